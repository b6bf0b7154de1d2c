// An archive that lies in several indexes, searched as one: shards on this machine, or behind
// xapian-tcpsrv on others.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "furat/export.hpp"

namespace furat {

struct Shard {
  std::string name;  ///< what answers call it when it is missing
  /// Where it can be had: the folder of an index, or "tcp://host:port" of a xapian-tcpsrv. All hold
  /// the same; the first that answers is asked.
  std::vector<std::string> addresses;
};

struct Cluster {
  std::vector<Shard> shards;
  std::chrono::milliseconds timeout{5000};          ///< for an answer of a server
  std::chrono::milliseconds connect_timeout{1000};  ///< for a connection to it
  /// What is missing is an error (IndexError unreachable), instead of an answer of the rest that
  /// says so (SearchResults::missing_shards).
  bool strict = false;
};

/// One shard for each index, named as it is written. Throws RequestError ("index") for what is
/// neither a folder's name nor "tcp://host:port", and for what is named twice.
[[nodiscard]] FURAT_EXPORT Cluster cluster_of(const std::vector<std::string>& indexes);

/// Reads a cluster.toml; folders in it are relative to it, times are 1 ms to an hour. Throws
/// RequestError ("index") naming file and line, IndexError not_found and io.
[[nodiscard]] FURAT_EXPORT Cluster read_cluster(const std::filesystem::path& file);

}  // namespace furat
