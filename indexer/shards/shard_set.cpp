#include "indexer/shards/shard_set.hpp"

#include <string_view>

#include "furat/distributing.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/note_lines.hpp"
#include "index/shard_record.hpp"

namespace furat {
namespace indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolderPrefix = "shard-";

fs::path note_path(const fs::path& index) { return index / "SHARDS"; }

}  // namespace

std::string shard_name(std::size_t number) {
  auto digits = std::to_string(number);
  digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
  return std::string(kFolderPrefix) + digits;
}

std::vector<fs::path> shard_folders(const fs::path& index, std::size_t count) {
  std::vector<fs::path> folders;
  for (std::size_t i = 1; i <= count; ++i) folders.push_back(index / shard_name(i));
  return folders;
}

bool is_shard_folder(const std::string& name) { return name.starts_with(kFolderPrefix); }

void require_no_shard(const fs::path& index) {
  const auto record = index::shard_record(index);
  if (!record) return;
  const auto which = record->number == 0
                         ? std::string("a shard of another index")
                         : "shard " + std::to_string(record->number) + " of " +
                               std::to_string(record->of) + " of the index " + record->source;
  throw RequestError(
      index.string() + " is " + which + ": change that one, then furat-index distribute", "index",
      index.string());
}

void remember_shards(const fs::path& index, std::size_t count) {
  const auto wanted = "furat-shards 1\ncount " + std::to_string(count) + "\nend\n";
  if (index::read_file(note_path(index)) != wanted)
    index::replace_durably(note_path(index), wanted);
}

fs::path served_path(const fs::path& shard) { return shard / "served"; }

void point_served_to(const fs::path& shard, const std::string& generation) {
  const auto database = index::passages_path(fs::path(generation));
  const auto wanted = "auto " + database.string() + "\n";
  if (index::read_file(served_path(shard)) != wanted)
    index::replace_durably(served_path(shard), wanted);
}

}  // namespace indexer

std::size_t shards_inside(const std::filesystem::path& index) {
  const auto text = index::read_file(indexer::note_path(index));
  if (!text) return 0;
  index::NoteLines lines(*text);
  std::uint32_t version = 0, count = 0;
  const bool whole = lines.read("furat-shards", version) && version == 1 &&
                     lines.read("count", count) && lines.end();
  if (whole && count <= kMostShards) return count;
  throw IndexError(IndexError::Kind::damaged, index.string(),
                   indexer::note_path(index).string() +
                       " cannot be read: distribute the index again with --shards");
}

}  // namespace furat
