#include "indexer/shards/distribution.hpp"

#include <algorithm>
#include <optional>

#include "furat/errors.hpp"
#include "index/files.hpp"
#include "index/note_lines.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

fs::path distribution_path(const fs::path& index) { return index / "DISTRIBUTED"; }

/// nullopt also where it cannot be read: then the shards say.
std::optional<Distribution> remembered(const fs::path& index) {
  const auto text = index::read_file(distribution_path(index)).value_or(std::string());
  index::NoteLines lines(text);
  std::uint32_t version = 0;
  Distribution distribution;
  const bool whole = lines.read("furat-distributed", version) && version == 1 &&
                     lines.read("set", distribution.set) &&
                     lines.read("round", distribution.round) && lines.end();
  return whole ? std::optional(distribution) : std::nullopt;
}

}  // namespace

Distribution next_distribution(const fs::path& index, const std::string& digest,
                               const std::vector<index::ShardRecord>& standing) {
  auto last = remembered(index).value_or(Distribution{});
  for (const auto& record : standing) {
    if (last.set.empty()) last.set = record.set;
    last.round = std::max(last.round, record.round);
  }
  if (last.set.empty()) last.set = digest;
  return {last.set, last.round + 1};
}

void remember_distribution(const fs::path& index, const Distribution& distribution) {
  try {
    index::replace_durably(distribution_path(index),
                           "furat-distributed 1\nset " + distribution.set + "\nround " +
                               std::to_string(distribution.round) + "\nend\n");
  } catch (const IndexError& error) {
    const auto kind = error.kind();
    if (kind != IndexError::Kind::read_only && kind != IndexError::Kind::permission_denied) throw;
  }
}

}  // namespace furat::indexer
