// HOST:PORT, as addresses of servers are written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace furat {

struct HostPort {
  std::string host;          ///< never empty
  bool in_brackets = false;  ///< as addresses of IPv6 are written: "[::1]:8080"
  std::uint16_t port = 0;
};

/// nullopt if there is no host before the last colon, in brackets or not, or no port behind it.
[[nodiscard]] std::optional<HostPort> host_port_in(std::string_view text);

}  // namespace furat
