#include "indexer/cli/commands.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "analysis/text/printable.hpp"
#include "indexer/cli/distribute_command.hpp"
#include "indexer/cli/exit_codes.hpp"
#include "indexer/cli/json_rows.hpp"
#include "indexer/cli/progress_bar.hpp"
#include "indexer/cli/reporting.hpp"
#include "indexer/cli/timeml_command.hpp"

namespace furat::cli {
namespace {

namespace fs = std::filesystem;
using analysis::printable;

void tell_summary(const BuildReport& report, const fs::path& index, double seconds) {
  fmt::print(
      stderr,
      "{} articles, {} passages, {} places, {} dates, {} actors from {:.1f} MB in {:.1f} s\n",
      report.articles, report.passages, report.places, report.dates, report.actors,
      static_cast<double>(report.bytes) / 1e6, seconds);
  tell_counts(report.problems);
  fmt::print(stderr, "published {} in {}\n", report.generation, printable(index.string()));
}

/// Runs a preview and prints its rows; the exit code tells whether something was skipped.
template <class Preview, class Row>
int print_preview(const IndexOptions& options, Preview preview, Row row) {
  bool skipped = false;
  preview(
      options.archive, [&row](const auto& item) { fmt::print("{}\n", row(item)); },
      [&skipped](const ArticleProblem& problem) {
        skipped = skipped || problem.skipped;
        tell(problem);
      });
  return skipped ? kSomeSkipped : kDone;
}

std::string text_row(const PassagePreview& passage) {
  auto row = fmt::format("{} {}-{}", printable(passage.file), passage.start, passage.end);
  if (!passage.title.empty()) row += fmt::format("\ntitle:   {}", printable(passage.title));
  if (!passage.heading.empty()) row += fmt::format("\nheading: {}", printable(passage.heading));
  return row + fmt::format("\n{}\n", printable(passage.text));
}

std::string text_row(const MentionPreview& mention) {
  auto row =
      fmt::format("{} {}-{}\t{}\t{}\t{}\t{}", printable(mention.file), mention.start, mention.end,
                  mention.type, printable(mention.text), printable(mention.value), mention.rule);
  if (!mention.role.empty()) row += "\t" + mention.role;
  if (!mention.first.empty() || !mention.last.empty())
    row += fmt::format("\t{}..{}", mention.first, mention.last);
  return row;
}

/// The row, then where its passage begins, the rule in words and the candidates.
std::string why_row(const MentionPreview& mention) {
  auto row = text_row(mention) +
             fmt::format("\n\tline {}, {}: {}", mention.line, mention.rule, mention.reason);
  for (const auto& candidate : mention.candidates)
    row += fmt::format("\n\t{} {} ({}), score {:.2f}", candidate.chosen ? "chosen" : "rejected",
                       printable(candidate.name), printable(candidate.id), candidate.score);
  return row;
}

/// What annotate prints. Throws std::runtime_error for options that contradict each other.
std::string annotate_format(const IndexOptions& options) {
  const auto refuse = [](std::string_view one, std::string_view other) {
    throw std::runtime_error(fmt::format("{} does not go with {}", one, other));
  };
  auto format = !options.format.empty() ? options.format : options.jsonl ? "jsonl" : "text";
  const auto given = "--format " + format;
  if (options.jsonl && format != "jsonl") refuse("--jsonl", given);
  if (format != "timeml") {
    if (!options.output.empty()) refuse("--output", options.jsonl ? "--jsonl" : given);
    return format;
  }
  if (options.why) refuse("--why", given);
  if (options.all_roles) refuse("--all-roles", given);
  return format;
}

void print_last_run(const LastRun& run) {
  fmt::print("last run    {}, {}: {} added, {} changed, {} moved, {} removed,\n", run.command,
             run.outcome, run.added, run.changed, run.moved, run.removed);
  fmt::print("            {} unchanged, {} skipped\n", run.unchanged, run.skipped);
}

}  // namespace

int run_build(const IndexOptions& options) {
  BuildOptions build;
  build.archive = options.archive;
  build.index = index_to_make(options);
  build.wait = options.wait;
  build.threads = options.threads;
  ProgressBar bar(shows_progress(options));
  build.progress = [&bar](const BuildProgress& progress) { bar.show(progress); };
  build.cancelled = is_interrupted;
  catch_interrupt();

  const auto start = std::chrono::steady_clock::now();
  const auto report = build_index(build);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  bar.clear();
  for (const auto& problem : report.problems) tell(problem);
  if (report.cancelled) {
    fmt::print(stderr, "furat-index: interrupted; nothing was published, the index is as it was\n");
    return kInterrupted;
  }
  if (report.generation.empty()) {
    fmt::print(stderr, "furat-index: no article could be read; nothing was published\n");
    return kError;
  }
  if (!options.quiet) tell_summary(report, build.index, seconds.count());
  return keep_shards_in_step(options, build.index, report.skipped() == 0 ? kDone : kSomeSkipped);
}

int run_status(const IndexOptions& options) {
  const auto status = index_status(index_to_read(options));
  fmt::print("index       {}\ngeneration  {}\nschema      {}\n", printable(status.index.string()),
             status.generation, status.schema_version);
  fmt::print("articles    {}\npassages    {}\nvalues      {}\nfiles       {}\n", status.articles,
             status.passages, status.values, status.files);
  for (const auto& input : status.inputs) fmt::print("from        {}\n", printable(input));
  for (const auto& path : status.lexicons) fmt::print("own names   {}\n", printable(path.string()));
  for (const auto& file : status.gazetteers)
    fmt::print("gazetteer   {}\n", printable(file.string()));
  fmt::print("size        {:.1f} MB\ndigest      {}\nlexicon     {}\nrules       {}, reading {}\n",
             static_cast<double>(status.bytes_on_disk) / 1e6, status.digest, status.lexicon,
             status.rules_version, status.reading_version);
  if (status.shard)
    fmt::print("shard       {} of {}, of {} in {}\n", status.shard->number, status.shard->of,
               printable(status.shard->generation), printable(status.shard->source.string()));
  if (status.shards != 0) fmt::print("shards      {}\n", status.shards);
  if (status.last_run) print_last_run(*status.last_run);
  for (const auto& name : status.other_generations) fmt::print("kept        {}\n", printable(name));
  for (const auto& note : status.notes)
    fmt::print("{}    {}: {}\n", note.excluded ? "removed " : "skipped ", printable(note.file),
               printable(note.reason));
  return kDone;
}

namespace {

/// The faults of a recount; what was counted is printed.
std::vector<std::string> recounted(const std::filesystem::path& index, bool quiet) {
  auto check = verify_counts(index);
  if (quiet) return std::move(check.faults);
  fmt::print("recounted {} passages:\n", check.passages);
  for (const auto& row : check.dimensions)
    fmt::print("  {:<10} {:>8} values {:>10} counts {:>8} passages without\n", row.dimension,
               row.values, row.counted, row.without);
  if (check.faults.empty()) fmt::print("every count is what facets and filters count\n");
  return std::move(check.faults);
}

}  // namespace

int run_verify(const IndexOptions& options) {
  const auto index = index_to_read(options);
  auto faults = verify_index(index);
  // What is damaged otherwise may not be readable that far.
  if (options.counts && faults.empty()) faults = recounted(index, options.quiet);
  for (const auto& fault : faults) fmt::print(stderr, "furat-index: {}\n", printable(fault));
  if (faults.empty() && !options.quiet)
    fmt::print("{}: no fault found\n", printable(index.string()));
  return faults.empty() ? kDone : kDamaged;
}

int run_passages(const IndexOptions& options) {
  return print_preview(options, preview_passages, [&options](const PassagePreview& passage) {
    return options.jsonl ? json_row(passage) : text_row(passage);
  });
}

int run_annotate(const IndexOptions& options) {
  const auto format = annotate_format(options);
  if (format == "timeml") return print_timeml(options);
  const auto scope = options.all_roles ? MentionScope::all : MentionScope::counted;
  return print_preview(
      options,
      [scope](const auto& archive, const auto& sink, const auto& problem) {
        preview_mentions(archive, sink, problem, scope);
      },
      [&](const MentionPreview& mention) {
        if (format == "jsonl") return json_row(mention, options.why);
        return options.why ? why_row(mention) : text_row(mention);
      });
}

}  // namespace furat::cli
