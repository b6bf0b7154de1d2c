// The head of an HTTP request, read before the HTTP library sees it: what is not allowed stops
// here.
//
// cpp-httplib (0.11) reads a request line of any length, unpacks compressed bodies without a limit,
// matches Range fields by recursion and chooses slow compression where a client offers it. So it is
// given a head of our writing, with no field but those that the API uses.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace furat::http {

struct HeadLimits {
  std::size_t line = 8 * 1024;   ///< bytes of the request line
  std::size_t head = 32 * 1024;  ///< bytes of all lines
  std::size_t fields = 100;
  std::size_t body = 256 * 1024;
};

struct Head {
  std::string text;      ///< request line, the fields that are used, an empty line
  std::string target;    ///< of the request line
  std::size_t body = 0;  ///< bytes that follow
  bool keep_alive = true;
  bool waits = false;  ///< until "100 Continue" comes
};

/// Why a request is refused.
struct Refusal {
  int status = 400;
  std::string message;
};

struct HeadEnd {
  std::size_t text = 0, next = 0;  ///< where the last line ends, where what follows begins
};

/// Where the empty line is, if its first line end stands at `from` or behind.
[[nodiscard]] std::optional<HeadEnd> head_end(std::string_view text, std::size_t from);

/// `head` is all from the request line to before the empty line.
[[nodiscard]] std::variant<Head, Refusal> checked_head(std::string_view head,
                                                       const HeadLimits& limits);

}  // namespace furat::http
