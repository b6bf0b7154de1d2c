#include "searcher/shards/shard_address.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "furat/errors.hpp"

namespace furat {
namespace {

constexpr std::string_view kScheme = "tcp://";

}  // namespace

ShardAddress::ShardAddress(const std::string& text) : text_(text) {
  if (text.empty()) throw RequestError("an index has no name", "index", text);
  if (!text.starts_with(kScheme)) return;
  const auto rest = std::string_view(text).substr(kScheme.size());
  const auto colon = rest.rfind(':');
  const auto host = rest.substr(0, colon);
  const auto port = colon == std::string_view::npos ? "" : rest.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), port_);
  if (host.empty() || port_ == 0 || error != std::errc() || end != port.data() + port.size())
    throw RequestError("'" + text + "' is no address of a server: write tcp://HOST:PORT", "index",
                       text);
  const bool in_brackets = host.front() == '[' && host.back() == ']';
  host_ = in_brackets ? host.substr(1, host.size() - 2) : host;
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
