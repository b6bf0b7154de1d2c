// How `furat-search serve` serves.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace furat::http {

struct ServeOptions {
  std::string listen = "127.0.0.1:8080";
  bool allow_remote = false;              ///< an address that other machines reach
  std::vector<std::string> public_names;  ///< hosts by which clients may call it besides its own
  std::string token_file;
  std::size_t threads = 0;  ///< searches at a time; 0: as many as processors
  std::size_t max_connections = 64;
  std::size_t max_body = 256 * 1024;  ///< bytes
  std::size_t max_hits = 10'000;
  std::string request_timeout = "5s", client_timeout = "10s";  ///< as parse_duration() reads them
  bool access_log = false;
  bool openapi = false;  ///< print the description of the API instead
};

}  // namespace furat::http
