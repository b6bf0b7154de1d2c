// Values of records (JSON lines, CSV rows, front matter) as metadata of an article.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/metadata/written_date.hpp"

namespace furat::indexer {

/// A value for one line of output: cleaned as a body is, white space folded to single spaces.
[[nodiscard]] std::string one_line(std::string_view value);

/// True for what no id may hold.
[[nodiscard]] bool holds_controls(std::string_view text);

[[nodiscard]] bool is_web_address(std::string_view text);

/// The day of "2017-10-04" or of a timestamp that begins with it.
[[nodiscard]] std::optional<std::chrono::sys_days> iso_day_or_timestamp(std::string_view value);

/// As above, else the one date that parse_written_date() finds.
[[nodiscard]] std::optional<std::chrono::sys_days> stated_day(
    std::string_view value, DayMonthOrder order = DayMonthOrder::unknown);

/// Gathers the sentences of one warning.
class Warnings {
 public:
  void add(std::string_view sentence) {
    if (!text_.empty()) text_ += ' ';
    text_ += sentence;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace furat::indexer
