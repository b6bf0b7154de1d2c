#include "searcher/cli/index_option.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string_view>

#include "furat/cluster.hpp"
#include "furat/find_index.hpp"
#include "searcher/requests/duration.hpp"

namespace furat::cli {
namespace {

/// An index is a folder.
bool names_a_cluster(const std::string& index) {
  std::error_code none;
  return std::filesystem::is_regular_file(index, none) ||
         (index.ends_with(".toml") && !std::filesystem::exists(index, none));
}

/// A server that is silent is given up while there is time to answer without it.
void keep_within(std::chrono::milliseconds limit, Cluster& cluster) {
  constexpr std::chrono::milliseconds kLeast{1};
  cluster.timeout = std::max(kLeast, std::min(cluster.timeout, limit / 2));
  cluster.connect_timeout = std::max(kLeast, std::min(cluster.connect_timeout, limit / 4));
}

Cluster cluster_in(const SearchOptions& options, const std::string& only) {
  auto cluster = names_a_cluster(only) ? read_cluster(only) : cluster_of(options.indexes);
  cluster.strict = cluster.strict || options.strict;
  if (options.timeout) keep_within(requests::parse_duration(*options.timeout), cluster);
  return cluster;
}

}  // namespace

void add_index_option(CLI::App& app, SearchOptions& options) {
  app.get_formatter()->column_width(28);
  app.add_option("--index", options.indexes,
                 "Index folder; else the nearest .furat, else\n$FURAT_INDEX. Repeatable: several "
                 "are searched as\none. Also tcp://HOST:PORT of a shard that\nxapian-tcpsrv "
                 "serves, or a cluster.toml")
      ->allow_extra_args(false)
      ->option_text("FOLDER");
  app.add_flag("--strict", options.strict,
               "Fail if a shard is missing, instead of\nanswering without it");
}

Searcher open_searcher(const SearchOptions& options, const SearcherOptions& how) {
  const auto given = options.indexes.empty() ? std::string() : options.indexes.front();
  if (options.indexes.size() > 1 || given.find("://") != std::string::npos ||
      names_a_cluster(given))
    return Searcher(cluster_in(options, options.indexes.size() > 1 ? std::string() : given), how);
  const auto index = find_index(given, std::filesystem::current_path(), options.usual_index);
  if (names_a_cluster(index.string())) return Searcher(cluster_in(options, index.string()), how);
  return Searcher(index, how);
}

}  // namespace furat::cli
