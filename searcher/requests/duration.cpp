#include "searcher/requests/duration.hpp"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "furat/errors.hpp"

namespace furat::requests {

std::chrono::milliseconds parse_duration(const std::string& text) {
  constexpr double kDay = 24 * 60 * 60 * 1000.0;
  constexpr std::array<std::pair<std::string_view, double>, 3> kUnits{
      {{"ms", 1}, {"s", 1000}, {"min", 60 * 1000}}};
  double number = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  std::string_view unit(read.ptr, static_cast<std::size_t>(end - read.ptr));
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  for (const auto& [name, milliseconds] : kUnits)
    if (read.ec == std::errc{} && unit == name && number >= 0 && number * milliseconds <= kDay)
      return std::chrono::milliseconds(static_cast<long>(number * milliseconds));
  throw RequestError(
      "'" + text + "' is no duration of at most a day; use a number with ms, s or min", "timeout",
      text, 0, {"500ms", "2s", "1min"});
}

}  // namespace furat::requests
