#include "indexer/readers/record_values.hpp"

#include <algorithm>

#include "indexer/metadata/sidecar.hpp"
#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {

std::string one_line(std::string_view value) {
  std::string cleaned;
  SourceMap unused;
  TextCleaner cleaner(cleaned, unused);
  cleaner.put_utf8(value, 0);
  cleaner.finish();
  std::string line;
  for (const char byte : cleaned) {
    const bool space = byte == ' ' || byte == '\t' || byte == '\n';
    if (!space) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

bool holds_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
  });
}

bool is_web_address(std::string_view text) {
  const bool web = text.starts_with("http://") || text.starts_with("https://");
  return web && text.find_first_of(" \t\n") == std::string_view::npos &&
         text.size() > text.find("//") + 2;
}

std::optional<std::chrono::sys_days> iso_day_or_timestamp(std::string_view value) {
  constexpr std::size_t kDaySize = 10;
  const bool timestamp = value.size() > kDaySize + 1 &&
                         (value[kDaySize] == 'T' || value[kDaySize] == ' ') &&
                         value[kDaySize + 1] >= '0' && value[kDaySize + 1] <= '2';
  return parse_iso_day(timestamp ? value.substr(0, kDaySize) : value);
}

std::optional<std::chrono::sys_days> stated_day(std::string_view value, DayMonthOrder order) {
  if (const auto day = iso_day_or_timestamp(value)) return day;
  return parse_written_date(value, order);
}

}  // namespace furat::indexer
