// furat-index: articles in, index out. Arguments to validated options to the library; nothing else
// happens here.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>

#include "analysis/text/printable.hpp"
#include "furat/version.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/cli/exit_codes.hpp"
#include "indexer/cli/metadata_command.hpp"

namespace {

using namespace furat;
using cli::IndexOptions;

constexpr const char* kExamples =
    "Examples:\n"
    "  furat-index build articles/          index a folder into .furat\n"
    "  furat-index passages --jsonl a.txt   show the passages a file would give\n"
    "\n"
    "Exit codes: 0 done, 2 error and nothing published, 3 done but some articles were\n"
    "skipped, 4 no index, 5 index of another version, 6 damaged, 7 locked by another\n"
    "writer, 8 disk error, 130 interrupted.";

int exit_code(const IndexError& error) {
  switch (error.kind()) {
    case IndexError::Kind::not_found:
      return cli::kNoIndex;
    case IndexError::Kind::incompatible:
      return cli::kIncompatible;
    case IndexError::Kind::damaged:
      return cli::kDamaged;
    case IndexError::Kind::locked:
      return cli::kLocked;
    case IndexError::Kind::io:
      return cli::kDiskError;
  }
  return cli::kError;
}

void add_input_options(CLI::App& command, IndexOptions& options) {
  command.add_option("PATH", options.archive.inputs, "Files and folders of articles")
      ->option_text(" ")
      ->required();
  command
      .add_option("--metadata", options.archive.metadata,
                  "TOML, TSV or CSV: file, title, published, source,\nurl, author")
      ->option_text("FILE");
}

void add_archive_options(CLI::App& command, IndexOptions& options) {
  add_input_options(command, options);
  command
      .add_option("--lexicon", options.archive.lexicon,
                  "Folder with places.toml and actors.toml, used\ninstead of the built-in ones")
      ->option_text("FOLDER");
}

void add_index_option(CLI::App& command, IndexOptions& options) {
  command
      .add_option("--index", options.index,
                  "Index folder; else the nearest .furat, else\n$FURAT_INDEX")
      ->option_text("FOLDER");
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
    return exit_code(error);
  } catch (const std::exception& error) {
    fmt::print(stderr, "furat-index: {}\n", analysis::printable(error.what()));
    return cli::kError;
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);
  IndexOptions options;
  CLI::App app{"Reads articles, recognises places, dates and actors, and builds a Furat index.",
               "furat-index"};
  app.footer(kExamples);
  app.get_formatter()->column_width(28);
  app.require_subcommand(1);
  app.set_version_flag("--version", version_text());

  int (*action)(const IndexOptions&) = nullptr;
  const auto command = [&](const char* name, const char* description,
                           int (*run)(const IndexOptions&)) {
    auto* sub = app.add_subcommand(name, description);
    sub->callback([&action, run] { action = run; });
    sub->add_flag("-q,--quiet", options.quiet, "Say only what went wrong");
    return sub;
  };
  auto* build =
      command("build", "Build the index anew from all articles, publish it", cli::run_build);
  add_archive_options(*build, options);
  add_index_option(*build, options);
  build->add_option("--threads", options.threads, "Threads to work with (0: all cores)")
      ->check(CLI::Range(0, 256))
      ->option_text("N");
  build->add_option("--progress", options.progress, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("auto|always|never");
  add_index_option(*command("status", "Tell what the index holds", cli::run_status), options);
  add_index_option(*command("verify", "Check the whole index by a full scan", cli::run_verify),
                   options);
  auto* passages =
      command("passages", "Print the passages of a path, without an index", cli::run_passages);
  auto* annotate =
      command("annotate", "Print its places, dates and actors likewise", cli::run_annotate);
  auto* metadata =
      command("metadata", "Print what is known about its articles likewise", cli::run_metadata);
  add_input_options(*metadata, options);
  for (auto* preview : {passages, annotate}) add_archive_options(*preview, options);
  for (auto* preview : {passages, annotate, metadata})
    preview->add_flag("--jsonl", options.jsonl, "One JSON object a line");
  annotate->add_flag(
      "--all-roles", options.all_roles,
      "Also places that only modify (\"Russian jets\") or\nstand in the name of a body");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version
      const int code = app.exit(error);
      std::cout.flush();
      return std::cout ? code : cli::kDiskError;
    }
    fmt::print(stderr, "furat-index: {}\nRun furat-index --help for more.\n",
               analysis::printable(error.what()));
    return cli::kError;
  }
  return guarded([&] { return action(options); });
}
