#include "indexer/shards/cluster_text.hpp"

#include <cstdio>
#include <string>
#include <string_view>

#include "index/files.hpp"
#include "index/schema.hpp"
#include "indexer/shards/shard_set.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOwnMark = "# written by furat-index distribute ";

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
    const auto path = fs::absolute(shards[i]).lexically_normal().lexically_relative(folder);
    text += "\n[[shard]]\nname = \"" + shard_name(i + 1) + "\"\naddresses = [" +
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

bool write_cluster(const fs::path& file, const std::vector<fs::path>& shards) {
  const auto wanted = marked(cluster_text(file, shards));
  const auto standing = index::read_file(file);
  if (standing == wanted) return true;
  if (standing && !is_own(*standing)) return false;
  index::replace_durably(fs::absolute(file), wanted);
  return true;
}

}  // namespace furat::indexer
