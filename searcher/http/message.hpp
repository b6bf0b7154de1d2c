// A request and its answer as the API sees them: no sockets, no HTTP library.
#pragma once

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace furat::http {

/// Names and values in the order given, percent-decoded.
using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;  ///< "GET", "HEAD", "POST", or whatever else was sent
  std::string target;  ///< as sent: path and query
  std::string host;    ///< the field Host
  std::string authorization, if_none_match, content_type;
  std::string body;
  std::stop_token stop{};  ///< asked to stop when nobody waits for the answer
};

struct Answer {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string route{};  ///< the pattern that the path fits, for metrics; empty: none
};

/// "Not Found".
[[nodiscard]] std::string_view reason_of(int status);

}  // namespace furat::http
