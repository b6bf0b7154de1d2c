#include "indexer/readers/mail/mbox.hpp"

#include <algorithm>
#include <cstddef>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

/// "From jane@x.test Wed Oct  4 10:00:00 2017"
bool is_from_line(std::string_view line) {
  constexpr std::size_t kLongest = 300;
  if (!line.starts_with("From ") || line.size() > kLongest) return false;
  for (std::size_t i = 7; i + 3 <= line.size(); ++i) {
    if (line[i] == ':' && analysis::is_ascii_digit(line[i - 1]) &&
        analysis::is_ascii_digit(line[i - 2]) && analysis::is_ascii_digit(line[i + 1]) &&
        analysis::is_ascii_digit(line[i + 2]))
      return true;
  }
  return false;
}

std::string_view line_at(std::string_view bytes, std::size_t begin) {
  std::string_view line = bytes.substr(begin, bytes.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

bool is_header_field(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 76) return false;
  const std::string_view name = line.substr(0, colon);
  return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

std::vector<MboxMessage> mbox_messages(std::string_view bytes) {
  std::vector<MboxMessage> messages;
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (!bytes.starts_with("From ")) return {{bytes, false}};
  std::size_t message = std::string_view::npos;
  bool after_blank = true;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::string_view line = line_at(bytes, begin);
    const std::size_t next = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
    const bool parts = begin == 0 || (after_blank && is_from_line(line) && next < bytes.size() &&
                                      is_header_field(line_at(bytes, next)));
    if (parts) {
      if (message != std::string_view::npos)
        messages.push_back({bytes.substr(message, begin - message), true});
      message = next;
    }
    after_blank = line.empty();
    begin = next;
  }
  messages.push_back({bytes.substr(std::min(message, bytes.size())), true});
  return messages;
}

}  // namespace furat::indexer
