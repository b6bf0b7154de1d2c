#include "searcher/http/target.hpp"

#include <charconv>

namespace furat::http {
namespace {

/// The byte that two hexadecimal digits stand for; none for anything else and for NUL.
std::optional<char> byte_of(std::string_view digits) {
  unsigned value = 0;
  const auto* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, value, 16);
  if (digits.size() != 2 || read.ec != std::errc{} || read.ptr != end || value == 0)
    return std::nullopt;
  return static_cast<char>(value);
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const auto byte = byte_of(text.substr(i + 1, 2));
      if (!byte) return std::nullopt;
      out += *byte;
      i += 2;
    } else {
      out += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

/// Calls `use` with each part; false as soon as it says false.
template <class Use>
bool each_part(std::string_view text, char separator, Use use) {
  for (;;) {
    const auto end = text.find(separator);
    if (!use(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

bool append_parameter(std::string_view part, Parameters& parameters) {
  if (part.empty()) return true;
  const auto equals = part.find('=');
  auto name = decoded(part.substr(0, equals), true);
  auto value = decoded(
      equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1), true);
  if (!name || !value) return false;
  parameters.emplace_back(std::move(*name), std::move(*value));
  return true;
}

}  // namespace

std::optional<Target> parsed_target(std::string_view target) {
  if (!target.starts_with('/') || target.find('\0') != std::string_view::npos) return std::nullopt;
  const auto mark = target.find('?');
  Target parsed;
  const bool path = each_part(target.substr(1, mark == std::string_view::npos ? mark : mark - 1),
                              '/', [&](std::string_view part) {
                                auto segment = decoded(part, false);
                                if (!segment) return false;
                                parsed.path.push_back(std::move(*segment));
                                return true;
                              });
  if (!path) return std::nullopt;
  if (mark == std::string_view::npos) return parsed;
  const bool query = each_part(target.substr(mark + 1), '&', [&](std::string_view part) {
    return append_parameter(part, parsed.parameters);
  });
  return query ? std::optional(std::move(parsed)) : std::nullopt;
}

}  // namespace furat::http
