#include "indexer/shards/shard_set.hpp"

#include <cstdio>
#include <string_view>

#include "furat/distributing.hpp"
#include "index/files.hpp"
#include "index/generation.hpp"
#include "index/note_lines.hpp"
#include "index/schema.hpp"
#include "index/shard_record.hpp"

namespace furat {
namespace indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolderPrefix = "shard-";
constexpr std::string_view kOwnMark = "# written by furat-index distribute ";

fs::path note_path(const fs::path& index) { return index / "SHARDS"; }

/// As a string of TOML.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= ' ' && c != '\x7F') {
      out += c;
      continue;
    }
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04X", static_cast<unsigned>(c));
    out += escape;
  }
  return out + '"';
}

std::string cluster_text(const fs::path& file, const std::vector<fs::path>& shards) {
  const auto folder = fs::absolute(file).lexically_normal().parent_path();
  std::string text =
      "# The shards of an index: docs/scale-out.md. A folder is seen from the folder of this "
      "file;\n"
      "# tcp://host:port is a server. Of several addresses the first that answers is asked.\n";
  for (std::size_t i = 0; i < shards.size(); ++i) {
    auto name = std::to_string(i + 1);
    name.insert(0, name.size() < 4 ? 4 - name.size() : 0, '0');
    const auto path = fs::absolute(shards[i]).lexically_normal().lexically_relative(folder);
    text += "\n[[shard]]\nname = \"" + std::string(kFolderPrefix) + name + "\"\naddresses = [" +
            quoted(path.string()) + "]\n";
  }
  return text;
}

/// What we write begins with its hash, so that what somebody changed is not overwritten.
std::string marked(const std::string& text) {
  return std::string(kOwnMark) + index::hex(index::stable_hash(text)) + "\n" + text;
}

bool is_own(const std::string& contents) {
  const auto line_end = contents.find('\n');
  return line_end != std::string::npos && contents == marked(contents.substr(line_end + 1));
}

}  // namespace

std::vector<fs::path> shard_folders(const fs::path& index, std::size_t count) {
  std::vector<fs::path> folders;
  for (std::size_t i = 1; i <= count; ++i) {
    char name[32];
    std::snprintf(name, sizeof name, "%s%04zu", kFolderPrefix.data(), i);
    folders.push_back(index / name);
  }
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

bool write_cluster(const fs::path& file, const std::vector<fs::path>& shards) {
  const auto wanted = marked(cluster_text(file, shards));
  const auto standing = index::read_file(file);
  if (standing == wanted) return true;
  if (standing && !is_own(*standing)) return false;
  index::replace_durably(fs::absolute(file), wanted);
  return true;
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
