#include "searcher/command_line.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "analysis/text/printable.hpp"
#include "analysis/text/unicode_version.hpp"
#include "frontend/help.hpp"
#include "frontend/options.hpp"
#include "furat/version.hpp"
#include "searcher/cli/check_command.hpp"
#include "searcher/cli/facet_command.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/interactive_command.hpp"
#include "searcher/cli/serve_command.hpp"
#include "searcher/cli/show_command.hpp"
#include "searcher/cli/similar_command.hpp"
#include "searcher/cli/suggest_command.hpp"
#include "searcher/formats/json_format.hpp"
#include "searcher/output_options.hpp"

namespace furat {
namespace {

using cli::SearchOptions;

constexpr const char* kExamples =
    "Examples:\n"
    "  furat-search 'siege of Deir ez-Zor' --date 2017-09\n"
    "  furat-search --actor SDF --not-place Raqqa --facets place,actor 'oil fields'\n"
    "\n"
    "The query language is described in docs/query-language.md.\n"
    "Exit codes: 0 hits, 1 no hits, 2 error, 3 batch with queries that failed,\n"
    "4 check: something is not as it says, 12 no answer in the time of --timeout.";

constexpr const char* kTimelineExamples =
    "A date counts at the bar that holds all of it; dates that are known less closely\n"
    "stand in lines of their own.\n"
    "\n"
    "Examples:\n"
    "  furat-search timeline 'siege of Deir ez-Zor' --date 2017\n"
    "  furat-search timeline --clock published --by month --format csv ISIS\n"
    "\n"
    "More in docs/timeline-and-pivot.md. Exit codes: 0 passages, 1 none, 2 error.";

constexpr const char* kPivotExamples =
    "A cell counts the passages that have both values.\n"
    "\n"
    "Examples:\n"
    "  furat-search pivot --rows place --columns month --date 2017 airstrike\n"
    "  furat-search pivot --rows actor --columns actor --format csv\n"
    "\n"
    "More in docs/timeline-and-pivot.md. Exit codes: 0 passages, 1 none, 2 error.";

constexpr const char* kActorsExamples =
    "Without a NAME: the actors that the passages name, the most frequent first. With\n"
    "one: those with that id, name, acronym or spelling, or these words in a name.\n"
    "A name that means one actor gives all that the archive says of it.\n"
    "--kind keeps only actors of the kind.\n"
    "\n"
    "Examples:\n"
    "  furat-search actors --date 2017-09 --kind rebels\n"
    "  furat-search actors 'Jabhat al-Nusra'\n"
    "\n"
    "More in docs/actors-and-places.md. Exit codes: 0 values, 1 none, 2 error.";

constexpr const char* kPlacesExamples =
    "As furat-search actors, for places.\n"
    "\n"
    "Examples:\n"
    "  furat-search places --actor SDF --date 2017\n"
    "  furat-search places 'Deir ez-Zor'\n"
    "\n"
    "More in docs/actors-and-places.md. Exit codes: 0 values, 1 none, 2 error.";

constexpr const char* kAllHits = "1000000000";

constexpr const char* kConfigExamples =
    "Flags win over variables FURAT_..., these over the nearest .furat.toml or\n"
    "furat.toml, that over ~/.config/furat/config.toml.\n"
    "\n"
    "Examples:\n"
    "  furat-search config --show-origin\n"
    "  FURAT_LIMIT=50 furat-search siege\n"
    "\n"
    "More in docs/configuration.md.";

/// A count on the command line: CLI11 would take "-1" for a huge one.
CLI::Range a_count() { return {0, 1000000000}; }

void add_filter_options(CLI::App& app, SearchOptions& options) {
  const auto filter = [&app](const std::string& name, std::vector<std::string>& keep,
                             std::vector<std::string>& leave, const std::string& what) {
    app.add_option("--" + name, keep, "Only passages " + what)
        ->allow_extra_args(false)
        ->option_text("VALUE");
    app.add_option("--not-" + name, leave, "None of these")
        ->allow_extra_args(false)
        ->option_text("VALUE");
  };
  filter("place", options.place, options.not_place,
         "of what happened there: an id,\na name in any spelling, or none; repeatable");
  filter("actor", options.actor, options.not_actor, "that name the actor; likewise");
  filter("date", options.date, options.not_date,
         "that speak of the time: 2017,\n2017-10-05, 2010s, A..B, 'early 2016', none");
  filter("published", options.published, options.not_published, "published then; as --date");
  filter("source", options.source, options.not_source, "from the source");
  filter("kind", options.kind, options.not_kind,
         "that name an actor of the kind:\nrebels, state_forces, media, ...");
}

void add_count(CLI::App& app, const std::string& name, std::size_t& value,
               const std::string& what) {
  app.add_option(name, value, what)
      ->check(a_count())
      ->option_text("N")
      ->capture_default_str()
      ->take_last();
}

void add_why_options(CLI::App& why, SearchOptions& options) {
  why.add_option("PASSAGE", options.passage, "Key of the passage, as JSON has it: ARTICLE#2")
      ->option_text(" ")
      ->required();
  add_index_option(why, options);
  why.add_option("--text", options.mention_text, "Only mentions whose text has this")
      ->option_text("TEXT")
      ->take_last();
  add_choice(why, "--format", options.format, {"text", "json"}, "How to print");
}

/// Which passages: what all commands that search have.
void add_matching_options(CLI::App& app, SearchOptions& options) {
  add_index_option(app, options);
  add_filter_options(app, options);
  add_choice(app, "--date-mode", options.date_mode, {"overlap", "within", "contains"},
             "A date must share a day with --date, lie in\nit, or cover all of it");
  app.add_option("--reported-by", options.reported_by,
                 "Only articles published by the end of then;\nin all notations of --date")
      ->option_text("DATE")
      ->take_last();
  app.add_option("--now", options.now, "Day that 'last week' counts from; no clock is\nasked")
      ->option_text("DAY")
      ->take_last();
  app.add_option("--place-roles", options.place_roles,
                 "Roles in which a place counts (at): at,of,\nsays,in-name,dateline, or all")
      ->option_text("LIST")
      ->take_last();
  app.add_option("--near", options.near,
                 "Only passages that name a place around this\none: id, name, or LAT,LON")
      ->option_text("PLACE")
      ->take_last();
  app.add_option("--within", options.within, "How far from there: 50km, 30mi, 800m")
      ->option_text("DISTANCE")
      ->take_last();
  app.add_option("--bbox", options.bbox, "Only passages that name a place in the box,\nin degrees")
      ->option_text("S,W,N,E")
      ->take_last();
  app.add_option("--timeout", options.timeout,
                 "Give up a search that takes longer: 500ms, 2s,\n1min; a batch: each query")
      ->option_text("DURATION")
      ->take_last();
  add_choice(app, "--match", options.match, {"auto", "all", "any"},
             "All the words, or any of them; auto: all, but any\nof a question");
  add_choice(app, "--spelling", options.spelling, {"any", "exact"},
             "A known name finds its other spellings, or not");
  app.add_flag("--plain", options.plain, "The query is plain language, without operators");
  add_choice(app, "--related", options.related, {"auto", "always", "never"},
             "Also search for words that the best passages\nhave in common; auto: for questions");
}

/// Which of their hits, and in which order.
void add_hit_options(CLI::App& app, SearchOptions& options) {
  app.add_flag("--unique", options.unique, "Of near-duplicates only the earliest");
  add_choice(app, "--group", options.group, {"passage", "article"}, "What one hit is");
  add_choice(app, "--sort", options.sort, {"relevance", "date", "published"},
             "date: as it happened; published: newest first");
  app.add_option("--limit", options.limit, "Hits to show (10), or all")
      ->transform(CLI::Validator(
          [](std::string& value) {
            if (value == "all") value = kAllHits;
            return std::string();
          },
          ""))
      ->check(a_count())
      ->each([&options](const std::string&) { options.limit_given = true; })
      ->option_text("N")
      ->capture_default_str()
      ->take_last();
  add_count(app, "--offset", options.offset, "Hits to pass over");
}

void add_query(CLI::App& app, SearchOptions& options) {
  app.add_option("QUERY", options.words, "Words to search for; none: all the filters leave")
      ->option_text(" ");
}

void add_search(CLI::App& app, SearchOptions& options) {
  add_matching_options(app, options);
  add_hit_options(app, options);
  add_query(app, options);
  app.add_option("--facets", options.facets, "Counts by place,actor,date,source,published,kind")
      ->option_text("LIST")
      ->take_last();
  add_count(app, "--facet-limit", options.facet_limit, "Values a dimension (10); 0: all");
  add_output_options(app, options);
  add_reader_options(app, options);
  app.add_flag("--explain", options.explain, "Say of each hit why it has its score");
  app.add_option("--bundle", options.bundle, "Also write search and answer as evidence to FILE")
      ->option_text("FILE")
      ->take_last();
}

void add_batch(CLI::App& batch, SearchOptions& options) {
  batch.add_option("--queries", options.queries, "TSV of query id and query; - is standard input")
      ->option_text("FILE")
      ->required();
  add_matching_options(batch, options);
  add_hit_options(batch, options);
  add_choice(batch, "--format", options.format, {"trec", "jsonl"}, "How to print");
}

/// How counts are printed.
void add_count_format(CLI::App& app, SearchOptions& options) {
  add_choice(app, "--format", options.format, {"text", "json", "csv"}, "How to print");
  app.add_flag("--ascii", options.ascii, "Bars and signs in ASCII");
  add_reader_options(app, options);
}

void add_timeline(CLI::App& timeline, SearchOptions& options) {
  add_matching_options(timeline, options);
  add_query(timeline, options);
  add_choice(timeline, "--by", options.by, {"auto", "day", "month", "year", "decade"},
             "What a bar is;\nauto: the finest that can be read");
  add_choice(timeline, "--clock", options.clock, {"date", "published"}, "date: the time spoken of");
  add_count_format(timeline, options);
  timeline.footer(kTimelineExamples);
}

void add_pivot(CLI::App& pivot, SearchOptions& options) {
  const auto side = [&pivot](const char* name, std::string& value, const std::string& what) {
    pivot.add_option(name, value, what)->option_text("DIMENSION")->required()->take_last();
  };
  side("--rows", options.rows,
       "place, place-kind, actor, kind (of actors), source,\ndecade, year, month, day, "
       "published-year,\npublished-month or published-day");
  side("--columns", options.columns, "likewise");
  add_choice(pivot, "--count", options.count, {"passages", "articles"}, "What a cell counts");
  add_count(pivot, "--row-limit", options.row_limit, "The most frequent rows (20); 0: all");
  add_count(pivot, "--column-limit", options.column_limit, "Likewise columns (8)");
  pivot.add_flag("--ancestors", options.ancestors,
                 "Count places for all in which they lie, too,\nas --place does");
  add_matching_options(pivot, options);
  add_query(pivot, options);
  add_count_format(pivot, options);
  pivot.footer(kPivotExamples);
}

void add_values(CLI::App& values, SearchOptions& options, const char* examples) {
  values.add_option("NAME", options.words, "Name to look for; none: all")->option_text(" ");
  add_count(values, "--limit", options.values, "Values to list (20); 0: all");
  add_count(values, "--spellings", options.spellings, "Spellings of each (12); 0: all");
  add_count(values, "--neighbours,--neighbors", options.neighbours,
            "Actors and places named together with each\n(10); 0: none");
  values.add_option("--query", options.query, "Only passages that this query finds")
      ->option_text("WORDS")
      ->take_last();
  add_matching_options(values, options);
  add_choice(values, "--format", options.format, {"text", "json", "csv"}, "How to print");
  add_reader_options(values, options);
  values.footer(examples);
}

void add_config(CLI::App& config, SearchOptions& options) {
  config.add_flag("--show-origin", options.show_origin, "With the file or variable of each");
  config.footer(kConfigExamples);
}

}  // namespace

CommandLine::CommandLine(SearchOptions& options)
    : app_("Searches a Furat index: ranked passages, snippets and exact facet counts.",
           "furat-search") {
  frontend::set_help_flags(app_);
  app_.footer(kExamples);
  app_.set_version_flag("--version",
                        fmt::format("{}\nJSON schema {}\n{}", version_text(),
                                    formats::kJsonSchemaVersion, analysis::unicode_version_text()));
  add_search(app_, options);
  add_timeline(*app_.add_subcommand("timeline", "Count passages over time"), options);
  add_pivot(*app_.add_subcommand("pivot", "Count passages in a table of two dimensions"), options);
  add_values(*app_.add_subcommand("actors", "List actors: spellings, times, neighbours"), options,
             kActorsExamples);
  add_values(*app_.add_subcommand("places", "List places likewise"), options, kPlacesExamples);
  add_batch(*app_.add_subcommand("batch", "Run many queries, for evaluation"), options);
  cli::add_interactive(app_, options);
  cli::add_show(app_, options);
  add_matching_options(cli::add_facet(app_, options), options);
  auto& similar = cli::add_similar(app_, options);
  add_matching_options(similar, options);
  add_hit_options(similar, options);
  cli::add_suggest(app_, options);
  cli::add_check(app_, options);
  cli::add_serve(app_, options);
  add_why_options(*app_.add_subcommand("why", "Tell why a passage has its places, dates, actors"),
                  options);
  add_config(*app_.add_subcommand("config", "List the settings of a search"), options);
  app_.add_subcommand("completion", "Print the completion script for bash, zsh or fish");
  app_.add_subcommand("help", "Help for a command: help pivot");
}

void CommandLine::parse(const std::vector<std::string>& arguments) {
  const auto word = frontend::first_bare_word(app_, arguments);
  const bool is_command = word && frontend::command_named(app_, arguments[*word]) != nullptr;
  if (!is_command)
    for (auto* command : app_.get_subcommands([](CLI::App*) { return true; }))
      command->disabled(true);
  app_.parse(std::vector<std::string>(arguments.rbegin(),
                                      arguments.rend()));  // CLI11 takes them from the back
}

std::string CommandLine::query_instead(const std::vector<std::string>& arguments) const {
  const auto word = frontend::first_bare_word(app_, arguments);
  if (!word || *word + 1 == arguments.size() || arguments[*word + 1].starts_with('-') ||
      frontend::command_named(app_, arguments[*word]) == nullptr)
    return {};
  return fmt::format(
      "'{0}' as the first word is a command; to search for it: furat-search -- {0} ...\n",
      arguments[*word]);
}

void CommandLine::apply(const frontend::Settings& settings) {
  const auto given = app_.get_subcommands();
  applied_ = given.empty() ? frontend::apply_settings(app_, "search", settings)
                           : frontend::apply_settings(*given.front(), command(), settings);
}

std::string CommandLine::list_settings(const frontend::Settings& settings, bool show_origin) const {
  std::string out;
  for (const auto& name : frontend::setting_names()) {
    const auto* option = app_.get_option_no_throw(fmt::format("--{}", name.name));
    if (option == nullptr) continue;
    auto setting = name.name == "index"
                       ? frontend::usual_index(settings)
                       : settings.find("search", name.name)
                             .value_or(frontend::Setting{option->get_default_str(), ""});
    if (setting.origin.empty()) setting.origin = "built-in";
    out += analysis::printable(fmt::format("{} = {}", name.name, setting.value));
    if (show_origin) out += analysis::printable(fmt::format("  ({})", setting.origin));
    out += '\n';
  }
  return out;
}

std::string CommandLine::origin_of(const std::string& option) const {
  const auto found = applied_.find(option);
  return found == applied_.end() ? "" : found->second;
}

std::string CommandLine::command() const {
  const auto given = app_.get_subcommands();
  return given.empty() ? "" : given.front()->get_name();
}

}  // namespace furat
