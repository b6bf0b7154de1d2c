// The subcommands that keep an index in step with its archive.
#include <fmt/format.h>

#include "analysis/text/printable.hpp"
#include "furat/updating.hpp"
#include "indexer/cli/commands.hpp"
#include "indexer/cli/distribute_command.hpp"
#include "indexer/cli/exit_codes.hpp"
#include "indexer/cli/json_rows.hpp"
#include "indexer/cli/progress_bar.hpp"
#include "indexer/cli/reporting.hpp"

namespace furat::cli {
namespace {

using analysis::printable;

UpdateOptions update_options(const IndexOptions& options) {
  UpdateOptions update;
  update.index = index_to_read(options);
  update.paths = options.archive.inputs;
  update.metadata = options.archive.metadata;
  update.lexicons = options.archive.lexicons;
  update.gazetteers = options.archive.gazetteers;
  update.threads = options.threads;
  update.compare_contents = options.compare_contents;
  update.dry_run = options.dry_run;
  update.wait = options.wait;
  update.cancelled = is_interrupted;
  return update;
}

void tell_changes(const UpdateReport& report, bool dry_run) {
  fmt::print(stderr, "{}{} added, {} changed, {} moved, {} removed, {} unchanged",
             dry_run ? "would be: " : "", report.added, report.changed, report.moved,
             report.removed, report.unchanged);
  fmt::print(stderr, "; {} file{} read\n", report.files_read, report.files_read == 1 ? "" : "s");
  if (report.annotated_again.empty() && report.lexicon_changed)
    fmt::print(stderr, "actors of the lexicon changed: {} more article{} {} annotated anew\n",
               report.annotated, report.annotated == 1 ? "" : "s",
               dry_run                 ? "would be"
               : report.annotated == 1 ? "was"
                                       : "were");
  if (!report.annotated_again.empty())
    fmt::print(stderr, "{}: all articles {} annotated anew from their stored text\n",
               report.annotated_again, dry_run ? "would be" : "were");
}

/// Everything about a finished run; returns the exit code.
int finish(const UpdateReport& report, const IndexOptions& options, const std::string& index) {
  for (const auto& problem : report.problems) tell(problem);
  if (report.cancelled) {
    fmt::print(stderr, "furat-index: interrupted; nothing was published, the index is as it was\n");
    return kInterrupted;
  }
  if (options.dry_run || options.verbose)
    for (const auto& name : report.names) fmt::print("{}\n", printable(name));
  if (!options.quiet) {
    tell_changes(report, options.dry_run);
    tell_counts(report.problems);
    if (!report.generation.empty())
      fmt::print(stderr, "published {} in {}: {} articles, {} passages\n", report.generation,
                 printable(index), report.articles, report.passages);
  }
  return report.skipped() == 0 ? kDone : kSomeSkipped;
}

std::string text_row(const ValueChange& change) {
  std::string row;
  if (change.kind == ValueChange::Kind::added) row = "new ";
  if (change.kind == ValueChange::Kind::removed) row = "gone ";
  row += printable(change.passage);
  for (const auto& value : change.lost) row += "\n  - " + printable(value);
  for (const auto& value : change.gained) row += "\n  + " + printable(value);
  return row;
}

}  // namespace

int run_update(const IndexOptions& options) {
  catch_interrupt();
  auto update = update_options(options);
  ProgressBar bar(shows_progress(options));
  update.progress = [&bar](const BuildProgress& progress) { bar.show(progress); };
  const auto report = update_index(update);
  bar.clear();
  const auto code = finish(report, options, update.index.string());
  // Also if nothing changed: an earlier run may have been ended before the shards were done.
  return report.cancelled || options.dry_run ? code
                                             : keep_shards_in_step(options, update.index, code);
}

int run_remove(const IndexOptions& options) {
  const auto update = update_options(options);
  if (options.undo) {
    const auto restored = restore_files(update, options.names);
    if (!options.quiet)
      fmt::print(stderr, "{} file{} to be taken in again by the next update\n", restored,
                 restored == 1 ? "" : "s");
    return kDone;
  }
  const auto report = remove_articles(update, options.names);
  if (!options.quiet)
    fmt::print(stderr, "{} removed; published {} in {}: {} articles, {} passages\n", report.removed,
               report.generation, printable(update.index.string()), report.articles,
               report.passages);
  return keep_shards_in_step(options, update.index, kDone);
}

int run_compact(const IndexOptions& options) {
  const auto update = update_options(options);
  const auto report = compact_index(update);
  if (!options.quiet)
    fmt::print(stderr, "published {} in {}, {:.1f} MB\n", report.generation,
               printable(update.index.string()),
               static_cast<double>(index_status(update.index).bytes_on_disk) / 1e6);
  return kDone;
}

int run_diff(const IndexOptions& options) {
  std::size_t changes = 0;
  diff_indexes(options.other, index_to_read(options), [&](const ValueChange& change) {
    ++changes;
    fmt::print("{}\n", options.jsonl ? json_row(change) : text_row(change));
  });
  if (!options.quiet && !options.jsonl)
    fmt::print(stderr, "{} passage{} with other values\n", changes, changes == 1 ? "" : "s");
  return kDone;
}

int run_digest(const IndexOptions& options) {
  fmt::print("{}\n", index_status(index_to_read(options)).digest);
  return kDone;
}

int run_watch(const IndexOptions& options) {
  catch_interrupt();
  const auto update = update_options(options);
  if (!options.quiet)
    fmt::print(stderr, "watching the archive of {}; interrupt to end\n",
               printable(update.index.string()));
  watch_index(update, std::chrono::milliseconds(options.quiet_milliseconds),
              [&](const UpdateReport& report) {
                if (report.cancelled) return;
                if (report.changes() || !report.problems.empty())
                  (void)finish(report, options, update.index.string());
                if (!report.generation.empty())
                  (void)keep_shards_in_step(options, update.index, kDone);
              });
  return kDone;
}

}  // namespace furat::cli
