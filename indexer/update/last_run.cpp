#include "indexer/update/last_run.hpp"

#include <sstream>

#include "index/files.hpp"

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
  std::istringstream in(*text);
  LastRun run;
  const auto read = [&in](std::string_view expected, auto& value) {
    std::string word;
    return static_cast<bool>(in >> word >> value) && word == expected;
  };
  std::string end;
  const bool whole = read("command", run.command) && read("outcome", run.outcome) &&
                     read("added", run.added) && read("changed", run.changed) &&
                     read("moved", run.moved) && read("removed", run.removed) &&
                     read("unchanged", run.unchanged) && read("skipped", run.skipped) &&
                     static_cast<bool>(in >> end) && end == "end";
  return whole ? std::optional(run) : std::nullopt;
}

}  // namespace furat::indexer
