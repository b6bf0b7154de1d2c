#include "indexer/update/last_run.hpp"

#include <sstream>

#include "index/files.hpp"
#include "index/note_lines.hpp"

namespace furat::indexer {
namespace {

std::filesystem::path note_path(const std::filesystem::path& index) { return index / "LAST_RUN"; }

}  // namespace

void remember_run(const std::filesystem::path& index, const std::string& command,
                  const UpdateReport& report) {
  std::ostringstream out;
  out << "command " << command << "\n"
      << "outcome "
      << (report.cancelled            ? "cancelled"
          : report.generation.empty() ? "unchanged"
                                      : "published")
      << "\n"
      << "added " << report.added << "\nchanged " << report.changed << "\nmoved " << report.moved
      << "\nremoved " << report.removed << "\nunchanged " << report.unchanged << "\nskipped "
      << report.skipped() << "\nend\n";
  try {
    index::replace_durably(note_path(index), out.str());
  } catch (const IndexError&) {
    return;
  }
}

std::optional<LastRun> last_run(const std::filesystem::path& index) {
  std::optional<std::string> text;
  try {
    text = index::read_file(note_path(index));
  } catch (const IndexError&) {
    return std::nullopt;
  }
  if (!text) return std::nullopt;
  index::NoteLines lines(*text);
  LastRun run;
  const bool whole = lines.read("command", run.command) && lines.read("outcome", run.outcome) &&
                     lines.read("added", run.added) && lines.read("changed", run.changed) &&
                     lines.read("moved", run.moved) && lines.read("removed", run.removed) &&
                     lines.read("unchanged", run.unchanged) && lines.read("skipped", run.skipped) &&
                     lines.end();
  return whole ? std::optional(run) : std::nullopt;
}

}  // namespace furat::indexer
