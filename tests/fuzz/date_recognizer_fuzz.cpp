// libFuzzer target: any bytes as an article of one passage a line; the first byte chooses whether
// the day of publication is known.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dates/date_recognizer.hpp"

namespace {

using namespace furat::analysis;

/// Bytes that are no UTF-8 never get so far: readers replace them.
bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char c : text)
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  return lines;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check_passage(const std::vector<DateMention>& mentions, std::string_view text) {
  std::uint32_t last_end = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const DateMention& mention = mentions[i];
    require(mention.span.begin >= last_end && mention.span.end > mention.span.begin);
    require(mention.span.end <= text.size());
    last_end = mention.span.end;
    require(!mention.value.empty() && !mention.rule.empty());
    if (mention.first && mention.last) require(*mention.first <= *mention.last);
    if ((mention.flags & kBeginsRange) != 0) require(i + 1 < mentions.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (!is_ascii(text)) return 0;
  const auto lines = lines_of(text);
  std::vector<TokenizedText> passages;
  for (const std::string& line : lines) passages.push_back(tokenize(line));
  std::optional<std::chrono::sys_days> published;
  if (data[0] % 2 == 1) published = std::chrono::sys_days{std::chrono::days{data[0] * 97}};
  const auto mentions = recognize_dates({passages, published});
  require(mentions.size() == lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) check_passage(mentions[i], lines[i]);
  return 0;
}
