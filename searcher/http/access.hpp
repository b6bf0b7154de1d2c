// Who may ask: the host that a request names, and the token that it carries.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/http/listener.hpp"

namespace furat::http {

/// The hosts by which clients may call this server. A page of another site, whose name was made to
/// lead here (DNS rebinding), sends its own name.
class AllowedHosts {
 public:
  /// Any address in digits is allowed where `address` is that of all interfaces: no name leads
  /// there.
  AllowedHosts(const ListenAddress& address, std::vector<std::string> names);

  /// `host` as the field Host has it, with or without a port.
  [[nodiscard]] bool allows(std::string_view host) const;

 private:
  std::vector<std::string> names_;
  bool any_address_;
};

/// The token of a file, without white space around it. Throws std::runtime_error for a file that
/// others may read, or whose token is shorter than 16 characters or not of visible ASCII.
[[nodiscard]] std::string token_of_file(const std::filesystem::path& file);

/// Whether the field Authorization is "Bearer TOKEN". Takes as long wherever they differ.
[[nodiscard]] bool bears_token(std::string_view authorization, std::string_view token);

}  // namespace furat::http
