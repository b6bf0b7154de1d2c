// Compiled in: who links the searcher needs no further library.
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "furat/cluster.hpp"
#include "furat/errors.hpp"
#include "index/files.hpp"
#include "searcher/shards/shard_address.hpp"

namespace furat {
namespace {

namespace fs = std::filesystem;

class ClusterReader {
 public:
  explicit ClusterReader(const fs::path& file) : file_(file) {}

  Cluster read() {
    constexpr std::uintmax_t kMostBytes = 1 << 20;
    std::error_code unknown;
    if (const auto bytes = fs::file_size(file_, unknown); !unknown && bytes > kMostBytes)
      throw RequestError(
          file_.string() + " is too large to be a cluster.toml, and an index is a folder", "index",
          file_.string());
    const auto text = index::read_file(file_);
    if (!text)
      throw IndexError(IndexError::Kind::not_found, file_.string(),
                       "there is no file " + file_.string());
    try {
      return cluster_in(toml::parse(*text, file_.string()));
    } catch (const toml::parse_error& error) {
      fail(error.source(), std::string(error.description()));
    }
  }

 private:
  Cluster cluster_in(const toml::table& table) {
    for (const auto& [key, value] : table)
      if (key != "shard" && key != "timeout_ms" && key != "connect_timeout_ms" && key != "strict")
        fail(value.source(), "there is no setting '" + std::string(key.str()) + "'");
    Cluster cluster;
    read_time(table, "timeout_ms", cluster.timeout);
    read_time(table, "connect_timeout_ms", cluster.connect_timeout);
    if (const auto* strict = table.get("strict")) {
      if (!strict->is_boolean()) fail(strict->source(), "'strict' must be true or false");
      cluster.strict = strict->as_boolean()->get();
    }
    const auto* shards = table.get_as<toml::array>("shard");
    if (shards == nullptr || !shards->is_array_of_tables())
      fail(table.source(), "there must be a [[shard]] for each shard");
    for (const auto& shard : *shards) cluster.shards.push_back(shard_in(*shard.as_table()));
    return cluster;
  }

  void read_time(const toml::table& table, std::string_view key,
                 std::chrono::milliseconds& time) const {
    constexpr std::int64_t kMost = 3'600'000;
    const auto* node = table.get(key);
    if (node == nullptr) return;
    const auto number = node->value_exact<std::int64_t>();
    if (!number || *number < 1 || *number > kMost)
      fail(node->source(), "'" + std::string(key) + "' must be milliseconds, 1 to an hour");
    time = std::chrono::milliseconds(*number);
  }

  Shard shard_in(const toml::table& table) {
    for (const auto& [key, value] : table)
      if (key != "name" && key != "addresses")
        fail(value.source(), "a shard has no '" + std::string(key.str()) + "'");
    Shard shard;
    shard.name = table["name"].value_or(std::string());
    if (shard.name.empty()) fail(table.source(), "a shard needs a name");
    if (!names_.insert(shard.name).second)
      fail(table.source(), "there are two shards '" + shard.name + "'");
    const auto* addresses = table.get_as<toml::array>("addresses");
    if (addresses == nullptr || addresses->empty())
      fail(table.source(), "the shard '" + shard.name + "' needs a list of addresses");
    for (const auto& address : *addresses) shard.addresses.push_back(address_in(address));
    return shard;
  }

  /// Folders are relative to the file.
  [[nodiscard]] std::string address_in(const toml::node& node) const {
    const auto text = node.value_exact<std::string>();
    if (!text) fail(node.source(), "an address must be a text");
    try {
      const ShardAddress address(*text);
      return address.is_remote() ? *text : (file_.parent_path() / address.folder()).string();
    } catch (const RequestError& error) {
      fail(node.source(), error.what());
    }
  }

  [[noreturn]] void fail(const toml::source_region& where, const std::string& problem) const {
    throw RequestError(file_.string() + ":" + std::to_string(where.begin.line) + ": " + problem,
                       "index", file_.string());
  }

  fs::path file_;
  std::set<std::string> names_;
};

}  // namespace

Cluster cluster_of(const std::vector<std::string>& indexes) {
  Cluster cluster;
  std::set<std::string> names;
  for (const auto& index : indexes) {
    const ShardAddress address(index);
    if (!names.insert(index).second)
      throw RequestError("the index '" + index + "' is named twice", "index", index);
    cluster.shards.push_back({index, {address.text()}});
  }
  return cluster;
}

Cluster read_cluster(const fs::path& file) { return ClusterReader(file).read(); }

}  // namespace furat
