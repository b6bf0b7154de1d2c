#include "searcher/host_port.hpp"

#include <charconv>

namespace furat {

std::optional<HostPort> host_port_in(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  auto host = text.substr(0, colon);
  const auto port = text.substr(colon + 1);
  HostPort found;
  found.in_brackets = host.size() > 1 && host.front() == '[' && host.back() == ']';
  if (found.in_brackets) host = host.substr(1, host.size() - 2);
  const auto* const end = port.data() + port.size();
  const auto read = std::from_chars(port.data(), end, found.port);
  if (host.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  found.host = host;
  return found;
}

}  // namespace furat
