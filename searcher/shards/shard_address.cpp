#include "searcher/shards/shard_address.hpp"

#include <string_view>

#include "furat/errors.hpp"
#include "searcher/host_port.hpp"

namespace furat {
namespace {

constexpr std::string_view kScheme = "tcp://";

}  // namespace

ShardAddress::ShardAddress(const std::string& text) : text_(text) {
  if (text.empty()) throw RequestError("an index has no name", "index", text);
  if (text.find("://") == std::string::npos) return;
  const auto refuse = [&](const std::string& why) {
    throw RequestError("'" + text + "' is no address of a server: " + why, "index", text);
  };
  if (!text.starts_with(kScheme)) refuse("write tcp://HOST:PORT");
  const auto server = host_port_in(std::string_view(text).substr(kScheme.size()));
  if (!server || server->port == 0 || server->host.find_first_of(" []/") != std::string::npos)
    refuse("write tcp://HOST:PORT");
  if (server->host.find(':') != std::string::npos)
    refuse("xapian-tcpsrv knows IPv4 only, name the host or its IPv4 address");
  host_ = server->host;
  port_ = server->port;
}

Xapian::Database ShardAddress::connect(const Cluster& limits) const {
  return Xapian::Remote::open(host_, port_, static_cast<unsigned>(limits.timeout.count()),
                              static_cast<unsigned>(limits.connect_timeout.count()));
}

bool ShardAddress::is_source_of(const Xapian::NetworkError& error) const {
  return is_remote() &&
         error.get_context() == "remote:tcp(" + host_ + ":" + std::to_string(port_) + ")";
}

}  // namespace furat
