// Where a shard can be had: a folder, or host and port of a xapian-tcpsrv.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>

#include "furat/cluster.hpp"

namespace furat {

class ShardAddress {
 public:
  /// Throws RequestError ("index") for what has "://" and is not
  /// tcp://HOST:PORT with a name or an IPv4 address.
  explicit ShardAddress(const std::string& text);

  [[nodiscard]] bool is_remote() const { return port_ != 0; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// The folder of a local index.
  [[nodiscard]] std::filesystem::path folder() const { return text_; }

  /// Of a server. Throws Xapian::NetworkError.
  [[nodiscard]] Xapian::Database connect(const Cluster& limits) const;

  /// Whether the error came from this server.
  [[nodiscard]] bool is_source_of(const Xapian::NetworkError& error) const;

 private:
  std::string text_, host_;
  std::uint16_t port_ = 0;
};

}  // namespace furat
