// furat-index: articles in, index out. Arguments to validated options to the library; nothing else
// happens here.
#include <fmt/format.h>

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/text/printable.hpp"
#include "analysis/text/unicode_version.hpp"
#include "frontend/help.hpp"
#include "frontend/options.hpp"
#include "frontend/self_description.hpp"
#include "frontend/settings.hpp"
#include "furat/distributing.hpp"
#include "furat/version.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/cli/exit_codes.hpp"
#include "indexer/cli/last_words.hpp"
#include "indexer/cli/metadata_command.hpp"

namespace {

using namespace furat;
using cli::IndexOptions;

constexpr const char* kExamples =
    "Examples:\n"
    "  furat-index build articles/          index a folder into .furat\n"
    "  furat-index update                   take in what changed since\n"
    "  furat-index passages --jsonl a.txt   show the passages a file would give\n"
    "\n"
    "Exit codes: 0 done, 2 error and nothing published, 3 done but some articles were\n"
    "skipped, 4 no index, 5 index of an older version, 6 damaged, 7 locked by another\n"
    "writer, 8 disk full, 9 index of a newer version, 10 read-only file system,\n"
    "11 permission denied, 12 other disk error, 130 interrupted.";

void add_paths(CLI::App& command, IndexOptions& options) {
  command.add_option("PATH", options.archive.inputs, "Files and folders of articles")
      ->option_text(" ")
      ->required();
}

void add_metadata_option(CLI::App& command, IndexOptions& options) {
  command
      .add_option("--metadata", options.archive.metadata,
                  "TOML, TSV or CSV: file, title, published, source,\nurl, author")
      ->option_text("FILE");
}

void add_gazetteer_option(CLI::App& command, IndexOptions& options) {
  command
      .add_option("--gazetteer", options.archive.gazetteers,
                  "GeoNames dump (SY.txt, allCountries.txt) of more\nplaces; repeatable. Takes 600 "
                  "MB of memory a\nmillion rows")
      ->allow_extra_args(false)
      ->option_text("FILE");
}

void add_lexicon_option(CLI::App& command, IndexOptions& options) {
  command
      .add_option("--lexicon", options.archive.lexicons,
                  "File with [[actor]] and [[place]] rows besides the\nbuilt-in ones; or a folder "
                  "with places.toml and\nactors.toml in their place; repeatable")
      ->allow_extra_args(false)
      ->option_text("PATH");
}

void add_archive_options(CLI::App& command, IndexOptions& options) {
  add_paths(command, options);
  add_metadata_option(command, options);
  add_lexicon_option(command, options);
  add_gazetteer_option(command, options);
}

void add_writer_options(CLI::App& command, IndexOptions& options) {
  command.add_flag("--wait", options.wait, "Wait for another writer to finish");
}

void add_run_options(CLI::App& command, IndexOptions& options) {
  command.add_option("--threads", options.threads, "Threads to work with (0: all cores)")
      ->check(CLI::Range(0, 256))
      ->option_text("N");
  command.add_option("--progress", options.progress, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("auto|always|never");
  add_writer_options(command, options);
}

void add_update_options(CLI::App& update, IndexOptions& options) {
  update
      .add_option("PATH", options.archive.inputs,
                  "Where to look; else everywhere the index was\nmade from. A new path is added")
      ->option_text(" ");
  add_metadata_option(update, options);
  add_lexicon_option(update, options);
  add_gazetteer_option(update, options);
  update.add_flag("-n,--dry-run", options.dry_run, "Say what would be done, change nothing");
  update.add_flag("-v,--verbose", options.verbose, "Name each article that changed");
  update.add_flag("--compare-contents", options.compare_contents,
                  "Read every file, whatever its size and time say");
  add_run_options(update, options);
}

void add_index_option(CLI::App& command, IndexOptions& options) {
  command
      .add_option("--index", options.index,
                  "Index folder; else the nearest .furat, else\n$FURAT_INDEX")
      ->option_text("FOLDER");
}

void add_shards_option(CLI::App& command, IndexOptions& options) {
  command
      .add_option("--shards", options.shard_count,
                  "Shards inside the index, shard-0001 and so on;\nwith cluster.toml, which names "
                  "them. From then\non they are kept in step")
      ->check(CLI::Range(1U, kMostShards))
      ->option_text("N");
}

void add_distribute_options(CLI::App& distribute, IndexOptions& options) {
  distribute
      .add_option("SHARD", options.shards,
                  "Folders of the shards: always in the same order,\na further one at the end. "
                  "Else those inside the\nindex")
      ->option_text(" ");
  add_shards_option(distribute, options);
  distribute
      .add_option("--cluster", options.cluster,
                  "File to write that names the shards for a searcher")
      ->option_text("FILE");
  add_index_option(distribute, options);
  add_run_options(distribute, options);
}

void add_annotate_options(CLI::App& annotate, IndexOptions& options) {
  annotate.add_flag("--why", options.why, "With the rule in words and the candidates rejected");
  annotate.add_flag(
      "--all-roles", options.all_roles,
      "Also places that only modify (\"Russian jets\") or\nstand in the name of a body");
  annotate
      .add_option(
          "--format", options.format,
          "text, jsonl (or --jsonl) or timeml: the dates as\nTimeML, one document an article")
      ->check(CLI::IsMember({"text", "jsonl", "timeml"}))
      ->option_text("text|jsonl|timeml");
  annotate
      .add_option("--output", options.output,
                  "Folder for the TimeML documents of several\narticles, one .tml file each")
      ->check([](const std::string& folder) {
        return folder.empty() ? "the name of a folder is needed" : "";
      })
      ->option_text("FOLDER");
}

using Action = int (*)(const IndexOptions&);

/// The commands, of which the one that is given sets `action`.
void add_commands(CLI::App& app, IndexOptions& options, Action& action) {
  const auto command = [&](const char* name, const char* description, Action run) {
    auto* sub = app.add_subcommand(name, description);
    sub->callback([&action, run] { action = run; });
    sub->add_flag("-q,--quiet", options.quiet, "Say only what went wrong");
    return sub;
  };
  auto* build =
      command("build", "Build the index anew from all articles, publish it", cli::run_build);
  add_archive_options(*build, options);
  add_index_option(*build, options);
  add_shards_option(*build, options);
  add_run_options(*build, options);
  auto* update = command("update", "Take in what was added, changed or removed", cli::run_update);
  add_update_options(*update, options);
  add_index_option(*update, options);
  auto* remove =
      command("remove", "Take files or articles out, and keep them out", cli::run_remove);
  remove->add_option("NAME", options.names, "File or folder of the archive, or article id")
      ->option_text(" ")
      ->required();
  remove->add_flag("--undo", options.undo, "Let the next update take files in again");
  add_writer_options(*remove, options);
  add_index_option(*remove, options);
  auto* watch = command("watch", "Update whenever files change, until interrupted", cli::run_watch);
  watch
      ->add_option("--quiet-time", options.quiet_milliseconds,
                   "Milliseconds without a change before an update")
      ->check(CLI::Range(0, 3'600'000))
      ->option_text("MS");
  add_index_option(*watch, options);
  auto* compact = command("compact", "Write the index anew without slack", cli::run_compact);
  add_writer_options(*compact, options);
  add_index_option(*compact, options);
  add_distribute_options(
      *command("distribute", "Spread the index over several, its shards", cli::run_distribute),
      options);
  auto* diff =
      command("diff", "List passages whose places, dates or actors changed", cli::run_diff);
  diff->add_option("OTHER", options.other, "Index to compare with; else the generation before")
      ->option_text(" ");
  diff->add_flag("--jsonl", options.jsonl, "One JSON object a line");
  add_index_option(*diff, options);
  add_index_option(*command("digest", "Print the digest of the contents", cli::run_digest),
                   options);
  add_index_option(*command("status", "Tell what the index holds", cli::run_status), options);
  auto* verify = command("verify", "Check the whole index by a full scan", cli::run_verify);
  verify->add_flag("--counts", options.counts, "Also count every facet value again, and say so");
  add_index_option(*verify, options);
  auto* passages =
      command("passages", "Print the passages of a path, without an index", cli::run_passages);
  auto* annotate =
      command("annotate", "Print the places, dates and actors of a path", cli::run_annotate);
  auto* metadata =
      command("metadata", "Print what is known about the articles of a path", cli::run_metadata);
  add_paths(*metadata, options);
  add_metadata_option(*metadata, options);
  for (auto* preview : {passages, annotate}) add_archive_options(*preview, options);
  for (auto* preview : {passages, annotate, metadata})
    preview->add_flag("--jsonl", options.jsonl, "One JSON object a line");
  add_annotate_options(*annotate, options);
}

/// Runs `action` and turns what it throws into one clear line and an exit code.
template <class Action>
int guarded(Action action) {
  try {
    const int code = action();
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    fmt::print(stderr, "furat-index: the output could not be written\n");
    return cli::kDiskError;
  } catch (const IndexError& error) {
    fmt::print(stderr, "furat-index: {}\n", analysis::printable(error.what()));
    return cli::exit_code_for(error.kind());
  } catch (const std::exception& error) {
    fmt::print(stderr, "furat-index: {}\n", analysis::printable(error.what()));
    return cli::kError;
  }
}

/// A build merges hundreds of segments at once, each a few open files: take what the system grants.
void allow_many_open_files() {
  constexpr rlim_t kEnough = 8192;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kEnough) return;
  limit.rlim_cur = std::min(limit.rlim_max, kEnough);
  (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

int print_at_once(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return std::fflush(stdout) == 0 ? cli::kDone : cli::kDiskError;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);
  cli::say_last_words_on_terminate();
  allow_many_open_files();
  IndexOptions options;
  CLI::App app{"Reads articles, recognises places, dates and actors, and builds a Furat index.",
               "furat-index"};
  frontend::set_help_flags(app);
  app.footer(kExamples);
  app.get_formatter()->column_width(28);
  app.require_subcommand(1);
  app.set_version_flag("--version", version_text() + "\n" + analysis::unicode_version_text());

  Action action = nullptr;
  add_commands(app, options, action);
  const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  try {
    if (const auto text = frontend::self_description(app, arguments, {}))
      return print_at_once(*text);
    app.parse(argc, argv);
    const auto settings = frontend::read_settings(std::filesystem::current_path());
    auto* given = app.get_subcommands().front();
    frontend::apply_settings(*given, given->get_name(), settings);
    if (const auto index = settings.find("", "index")) options.usual_index = index->value;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return print_at_once(frontend::help_text(app, error));
    fmt::print(stderr, "furat-index: {}\nRun furat-index --help for more.\n",
               analysis::printable(frontend::parse_error_text(app, error, arguments)));
    return cli::kError;
  } catch (const frontend::SettingError& error) {
    fmt::print(stderr, "furat-index: {}\n", analysis::printable(error.what()));
    return cli::kError;
  }
  return guarded([&] { return action(options); });
}
