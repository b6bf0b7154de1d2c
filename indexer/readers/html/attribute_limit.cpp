#include "indexer/readers/html/attribute_limit.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

// A longer name is cut by the parser, and its rest is another name.
constexpr std::size_t kLongestName = 100;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool begins_name(char c) {
  return analysis::is_ascii_letter(c) || c == '_' || c == ':' || c == '.';
}

bool is_in_name(char c) { return begins_name(c) || analysis::is_ascii_digit(c) || c == '-'; }

/// Steps over one start tag exactly as the parser does: a page must not be able to hide attributes
/// in what only one of the two takes for a value.
class TagScanner {
 public:
  TagScanner(std::string_view page, std::size_t begin) : page_(page), at_(begin) { skip_name(); }

  /// Steps over the next attribute. False at the end of the tag.
  bool skip_attribute() {
    skip_spaces();
    if (is_at_end()) return false;
    if (!begins_name(page_[at_])) {
      while (!is_at_end() && !is_space(page_[at_])) ++at_;
      return true;
    }
    skip_name();
    skip_spaces();
    if (at_ < page_.size() && page_[at_] == '=') {
      ++at_;
      skip_spaces();
      skip_value();
    }
    return true;
  }

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  [[nodiscard]] bool is_at_end() const {
    return at_ >= page_.size() || page_[at_] == '>' || page_.substr(at_, 2) == "/>";
  }
  void skip_spaces() {
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
  }
  void skip_name() {
    const std::size_t end = std::min(page_.size(), at_ + kLongestName);
    while (at_ < end && is_in_name(page_[at_])) ++at_;
  }
  void skip_value() {
    if (at_ >= page_.size()) return;
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      at_ = std::min(page_.find(quote, at_ + 1), page_.size() - 1) + 1;
      return;
    }
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
  }

  std::string_view page_;
  std::size_t at_;
};

/// The first end of a script, a style or a comment in [from, to), else `to`.
std::size_t end_of_raw_text(std::string_view page, std::size_t from, std::size_t to) {
  to = std::min(to, page.substr(0, to + 1).find("-->", from));
  for (std::size_t at = page.find("</", from); at < to; at = page.find("</", at + 1)) {
    if (at + 3 < page.size() && (page[at + 2] == 's' || page[at + 2] == 'S') &&
        (page[at + 3] == 'c' || page[at + 3] == 'C' || page[at + 3] == 't' || page[at + 3] == 'T'))
      return at;
  }
  return to;
}

}  // namespace

void limit_attributes(std::string& page, std::size_t most) {
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at)) {
    ++at;
    if (at >= page.size() || !analysis::is_ascii_letter(page[at])) continue;
    TagScanner scanner(page, at);
    std::size_t count = 0;
    while (count < most && scanner.skip_attribute()) ++count;
    if (count < most) continue;
    const std::size_t kept = scanner.at();
    while (scanner.skip_attribute()) {
    }
    // "i<n" in a script or comment begins no tag, and what follows may look like a quote without an
    // end. To stop at their end loses nothing: behind what is blanked no quote is open.
    const std::size_t past = end_of_raw_text(page, kept, scanner.at());
    std::fill(page.begin() + static_cast<std::ptrdiff_t>(kept),
              page.begin() + static_cast<std::ptrdiff_t>(past), ' ');
    at = past;
  }
}

}  // namespace furat::indexer
