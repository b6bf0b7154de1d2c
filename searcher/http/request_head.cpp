#include "searcher/http/request_head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "analysis/text/ascii.hpp"

namespace furat::http {
namespace {

using analysis::lower_ascii;

/// The fields that are passed on. None may be there twice.
constexpr std::array<std::string_view, 5> kPassedOn{"host", "authorization", "if-none-match",
                                                    "content-type", "content-length"};

bool is_token_byte(char byte) {
  constexpr std::string_view kSigns = "!#$%&'*+-.^_`|~";
  return analysis::is_ascii_digit(byte) || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') || kSigns.find(byte) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_byte);
}

/// No control characters, so that nothing can begin another line.
bool is_field_value(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char byte) {
    return byte == 0x7f || (static_cast<unsigned char>(byte) < 0x20 && byte != '\t');
  });
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

/// The first line of `rest`, without its end, which is taken off.
std::string_view taken_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

class HeadCheck {
 public:
  explicit HeadCheck(const HeadLimits& limits) : limits_(limits) {}

  std::optional<Refusal> request_line(std::string_view line) {
    if (line.size() > limits_.line) return Refusal{414, "the address is too long"};
    const auto method_end = line.find(' ');
    const auto target_end = line.rfind(' ');
    if (method_end == std::string_view::npos || method_end == target_end)
      return Refusal{400, "the first line is no request line"};
    const auto target = line.substr(method_end + 1, target_end - method_end - 1);
    const auto version = line.substr(target_end + 1);
    if (!is_token(line.substr(0, method_end)) || !is_field_value(target) ||
        target.find(' ') != std::string_view::npos)
      return Refusal{400, "the first line is no request line"};
    const auto method = line.substr(0, method_end);
    if (method != "GET" && method != "HEAD" && method != "POST")
      return Refusal{405, "only GET, HEAD and POST are understood here"};
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
      return Refusal{505, "only HTTP/1.1 and HTTP/1.0 are spoken here"};
    newest_ = version == "HTTP/1.1";
    head_.keep_alive = newest_;
    head_.target = target;
    head_.text = fmt::format("{}\r\n", line);
    return std::nullopt;
  }

  std::optional<Refusal> field(std::string_view line) {
    const auto colon = line.find(':');
    // A line that begins with a space would go on with the one before: obsolete, and a way to
    // smuggle.
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon)) ||
        !is_field_value(line))
      return Refusal{400, "a header line is none"};
    if (++fields_ > limits_.fields) return Refusal{431, "too many header fields"};
    return named_field(lower_ascii(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
  }

  std::variant<Head, Refusal> result() {
    if (newest_ && !seen("host")) return Refusal{400, "the field Host is missing"};
    head_.text += "\r\n";
    return std::move(head_);
  }

 private:
  std::optional<Refusal> named_field(const std::string& name, std::string_view value) {
    if (name == "transfer-encoding") return Refusal{411, "a body must state its Content-Length"};
    if (name == "content-encoding" && lower_ascii(value) != "identity")
      return Refusal{415, "a body may not be compressed"};
    if (name == "connection") set_connection(lower_ascii(value));
    if (name == "expect") {
      if (lower_ascii(value) != "100-continue") return Refusal{417, "this cannot be expected here"};
      head_.waits = true;
    }
    const auto* const known = std::find(kPassedOn.begin(), kPassedOn.end(), name);
    if (known == kPassedOn.end()) return std::nullopt;
    if (seen(name)) return Refusal{400, fmt::format("the field {} is there twice", name)};
    seen_[static_cast<std::size_t>(known - kPassedOn.begin())] = true;
    if (name == "content-length")
      if (auto refusal = set_length(value)) return refusal;
    head_.text += fmt::format("{}: {}\r\n", name, value);
    return std::nullopt;
  }

  void set_connection(const std::string& value) {
    if (value.find("close") != std::string::npos)
      head_.keep_alive = false;
    else if (value.find("keep-alive") != std::string::npos)
      head_.keep_alive = true;
  }

  std::optional<Refusal> set_length(std::string_view value) {
    const auto* const end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, head_.body);
    if (read.ptr != end || value.empty() || read.ec == std::errc::invalid_argument)
      return Refusal{400, "the Content-Length is no number"};
    if (read.ec != std::errc{} || head_.body > limits_.body)
      return Refusal{413, fmt::format("a body may have {} bytes", limits_.body)};
    return std::nullopt;
  }

  [[nodiscard]] bool seen(std::string_view name) const {
    const auto* const known = std::find(kPassedOn.begin(), kPassedOn.end(), name);
    return seen_[static_cast<std::size_t>(known - kPassedOn.begin())];
  }

  const HeadLimits& limits_;
  Head head_;
  bool newest_ = true;  ///< HTTP/1.1
  std::size_t fields_ = 0;
  std::array<bool, kPassedOn.size()> seen_{};
};

}  // namespace

std::optional<HeadEnd> head_end(std::string_view text, std::size_t from) {
  for (auto at = text.find('\n', from); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const auto rest = text.substr(at + 1);
    if (rest.starts_with('\n')) return HeadEnd{at + 1, at + 2};
    if (rest.starts_with("\r\n")) return HeadEnd{at + 1, at + 3};
  }
  return std::nullopt;
}

std::variant<Head, Refusal> checked_head(std::string_view head, const HeadLimits& limits) {
  HeadCheck check(limits);
  if (auto refusal = check.request_line(taken_line(head))) return *refusal;
  while (!head.empty())
    if (auto refusal = check.field(taken_line(head))) return *refusal;
  return check.result();
}

}  // namespace furat::http
