#include "indexer/readers/html/lenient_json.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "indexer/readers/json_literal.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kDeepestNesting = 64;
constexpr std::string_view kSpace = " \t\r\n\f\v";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

/// Without what surrounds the JSON: "<!--", "//<![CDATA[", "//]]>", "-->", ";".
std::string_view json_within(std::string_view text) {
  const std::size_t begin = text.find_first_of("{[");
  if (begin == std::string_view::npos) return {};
  // A CDATA mark holds brackets itself.
  constexpr std::string_view kCdata = "<![CDATA[";
  std::size_t from = begin;
  if (const std::size_t cdata = text.find(kCdata);
      cdata != std::string_view::npos && cdata < begin) {
    from = text.find_first_of("{[", cdata + kCdata.size());
    if (from == std::string_view::npos) return {};
    if (const std::size_t end = text.rfind("]]>"); end != std::string_view::npos && end > from) {
      text = text.substr(0, end);
    }
  }
  const std::size_t end = text.find_last_of("}]");
  return end == std::string_view::npos || end < from ? std::string_view{}
                                                     : text.substr(from, end + 1 - from);
}

/// Controls inside strings become spaces; a comma before a closing bracket is dropped.
std::string mended(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      out += is_control(c) ? ' ' : c;
      if (c == '\\' && i + 1 < json.size()) {
        ++i;
        out += is_control(json[i]) ? ' ' : json[i];
      }
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '}' || c == ']') {
      const std::size_t last = out.find_last_not_of(kSpace);
      if (last != std::string::npos && out[last] == ',') out.resize(last);
    }
    out += c;
  }
  return out;
}

}  // namespace

std::optional<nlohmann::json> parse_lenient_json(std::string_view text) {
  const std::string json = mended(json_within(text));
  if (json.empty() || nesting_depth(json) > kDeepestNesting) return std::nullopt;
  constexpr bool kThrow = false;
  constexpr bool kIgnoreComments = true;
  auto value = nlohmann::json::parse(json.begin(), json.end(), nullptr, kThrow, kIgnoreComments);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

std::string_view string_behind_key(std::string_view text, std::string_view key) {
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    std::size_t i = at + key.size();
    const bool quoted =
        at > 0 && i < text.size() && (text[i] == '"' || text[i] == '\'') && text[at - 1] == text[i];
    if (!quoted) continue;
    i = text.find_first_not_of(kSpace, i + 1);
    if (i == std::string_view::npos || text[i] != ':') continue;
    i = text.find_first_not_of(kSpace, i + 1);
    if (i == std::string_view::npos || (text[i] != '"' && text[i] != '\'')) continue;
    const std::size_t end = text.find(text[i], i + 1);
    if (end == std::string_view::npos) return {};
    return text.substr(i + 1, end - i - 1);
  }
  return {};
}

}  // namespace furat::indexer
