#include "indexer/passages/junk_lines.hpp"

#include <algorithm>
#include <string>

#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "indexer/passages/junk_phrases.hpp"
#include "indexer/passages/list_item.hpp"

namespace furat::indexer {
namespace {

// No phrase or notice is longer; longer lines are not even folded.
constexpr std::size_t kLongestJunk = 300;

// Shorter than this, and without a sentence, a line below "Recent posts" is the title of another
// page.
constexpr std::size_t kWordsOfText = 15;
constexpr std::size_t kWordsOfSentence = 8;

// Where a line about the article's origin may stand: this many lines from the top or the end.
constexpr std::size_t kEdgeLines = 5;

bool holds_letter_or_digit(std::string_view text) {
  return holds_letter(text) || std::any_of(text.begin(), text.end(), analysis::is_ascii_digit);
}

/// "-----", "* * *"
bool is_ruler(std::string_view text) { return !holds_letter_or_digit(text); }

/// "#Syria #ISIS"
bool is_hashtags(std::string_view text) {
  bool tag = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t space = space_size(text, i)) {
      i += space;
      continue;
    }
    const std::string_view word = first_word(text.substr(i));
    if (word.size() < 2 || word[0] != '#' || !holds_letter(word)) return false;
    tag = true;
    i += word.size();
  }
  return tag;
}

/// "Home > News > Syria"
bool is_breadcrumb(std::string_view text) {
  std::size_t separators = 0;
  for (const std::string_view separator : {" > ", " » ", " › ", " >> "}) {
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator, at + 1)) {
      ++separators;
    }
  }
  return !ends_sentence(text) &&
         (separators >= 2 || (separators == 1 && text.starts_with("Home ")));
}

/// "Page 3", "Page 3 of 12", "- 12 -"; a bare number only where the text has pages.
bool is_page_number(std::string_view text, std::string_view folded, bool has_pages) {
  const std::string_view number = folded.starts_with("page ") ? folded.substr(5) : folded;
  const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
  if (digits == 0 || digits > 3) return false;
  const std::string_view rest = number.substr(digits);
  const bool of_total =
      rest.starts_with(" of ") && rest.find_first_not_of("0123456789", 4) == std::string_view::npos;
  if (folded.starts_with("page ")) return rest.empty() || of_total;
  const bool between_dashes = text.size() > 2 && text.front() == '-' && text.back() == '-';
  return rest.empty() && (between_dashes || (has_pages && text.size() == digits));
}

/// "© 2017 ...", "(c) 2017 ...", "Copyright 2017 ...", "... All rights reserved."
bool is_copyright(std::string_view text, std::string_view folded) {
  const auto year_follows = [&](std::string_view rest) {
    const std::size_t digit = rest.find_first_of("0123456789");
    return digit != std::string_view::npos && digit < 24;
  };
  if (text.starts_with("©") || folded.ends_with("all rights reserved")) return true;
  if (text.starts_with("(c) ") || text.starts_with("(C) ")) return year_follows(text.substr(4));
  return folded.starts_with("copyright ") && !ends_sentence(text) &&
         (text.find("©") != std::string_view::npos || year_follows(text.substr(9)));
}

/// "THIS TEXT IS THE PROPERTY OF ...": capitals alone are a headline, the words make it a notice.
bool is_capitals_notice(std::string_view text, std::string_view folded) {
  return is_all_capitals(text) && count_words(text) >= 5 && holds_notice_words(folded);
}

/// "Read more: The title of another page", "Tags: harbour, pier"
bool is_link_to_other(std::string_view text) {
  for (const std::string_view label :
       {"Read more:", "Read More:", "READ MORE:", "Read also:", "READ ALSO:", "Also read:",
        "See also:", "SEE ALSO:", "Related:", "RELATED:", "Tags:", "TAGS:", "Tagged:",
        "Filed under:", "Filed Under:", "Posted in:", "Categories:", "Category:"}) {
    if (text.starts_with(label)) return !ends_sentence(text) && count_words(text) <= 25;
  }
  return false;
}

/// "12 comments", "3 shares"
bool is_reader_count(std::string_view folded) {
  const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
  const std::string_view what = folded.substr(digits);
  return digits > 0 &&
         (what == " comments" || what == " comment" || what == " shares" || what == " share" ||
          what == " likes" || what == " views" || what == " retweets");
}

class JunkSearch {
 public:
  JunkSearch(std::string_view body, std::span<const Line> lines, const Layout& layout)
      : body_(body), lines_(lines), layout_(layout), folded_(lines.size()), junk_(lines.size()) {}

  std::vector<bool> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].end - lines_[i].begin > kLongestJunk) continue;
      if (!stands_alone(body_, lines_, layout_, i)) continue;
      folded_[i] = analysis::fold_name(without_bullet(text(i)));
      junk_[i] = is_junk(i);
    }
    mark_company();
    mark_foot();
    return std::move(junk_);
  }

 private:
  std::string_view text(std::size_t i) const { return lines_[i].of(body_); }

  static std::string_view without_bullet(std::string_view text) {
    const ItemStart start = item_start(text);
    return start.sign == ItemSign::bullet ? text.substr(start.size) : text;
  }

  bool is_junk(std::size_t i) const {
    const std::string_view folded = folded_[i];
    const bool has_pages = layout_.wrapping != Wrapping::none;
    return is_ruler(text(i)) || is_hashtags(text(i)) || is_junk_phrase(folded) ||
           is_breadcrumb(text(i)) || is_page_number(text(i), folded, has_pages) ||
           is_copyright(text(i), folded) || is_capitals_notice(text(i), folded) ||
           is_link_to_other(text(i)) || is_reader_count(folded) ||
           (begins_with_junk(folded) && count_words(text(i)) <= 15) || is_origin(i);
  }

  /// Only near the top or the end, and never in more than one line.
  bool is_origin(std::size_t i) const {
    const bool at_edge = i < kEdgeLines || i + kEdgeLines >= lines_.size();
    if (!at_edge || !states_origin(folded_[i]) || count_words(text(i)) > 30) return false;
    const bool next_is_apart = i + 1 == lines_.size() || lines_[i + 1].blanks_before > 0 ||
                               layout_.wrapping == Wrapping::none;
    // With a full stop it may be a sentence of the article unless it speaks of "this post".
    return next_is_apart && (!ends_sentence(text(i)) || folded_[i].starts_with("this post") ||
                             folded_[i].starts_with("this article"));
  }

  /// Words such as "Twitter" are junk next to junk, or three in a row.
  void mark_company() {
    constexpr std::size_t kCrowd = 3;
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t past = i;
      while (past < lines_.size() && !junk_[past] && is_junk_in_company(folded_[past])) ++past;
      if (past == i) {
        ++i;
        continue;
      }
      const bool beside_junk = (i > 0 && junk_[i - 1]) || (past < lines_.size() && junk_[past]);
      if (beside_junk || past - i >= kCrowd) {
        std::fill(junk_.begin() + static_cast<std::ptrdiff_t>(i),
                  junk_.begin() + static_cast<std::ptrdiff_t>(past), true);
      }
      i = past;
    }
  }

  bool is_text(std::size_t i) const {
    const std::size_t words = count_words(text(i));
    return words >= kWordsOfText || (words >= kWordsOfSentence && ends_sentence(text(i))) ||
           folded_[i].empty();
  }

  /// From the first heading of the page's foot that no text follows, everything is junk.
  void mark_foot() {
    std::size_t foot = lines_.size();
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (!junk_[i] && is_text(i)) break;
      if (opens_page_foot(folded_[i])) foot = i;
    }
    std::fill(junk_.begin() + static_cast<std::ptrdiff_t>(foot), junk_.end(), true);
  }

  std::string_view body_;
  std::span<const Line> lines_;
  const Layout& layout_;
  std::vector<std::string> folded_;  // empty for lines that are not judged
  std::vector<bool> junk_;
};

}  // namespace

namespace {

/// In a text that is not known to be wrapped: a long line breaks off above, or a long line goes on
/// below in lower case.
bool is_inside_sentence(std::string_view body, std::span<const Line> lines, std::size_t i) {
  constexpr std::uint32_t kLongLine = 40;
  const std::string_view text = lines[i].of(body);
  if (i > 0 && lines[i].blanks_before == 0 && lines[i - 1].width >= kLongLine &&
      begins_lower(text) && is_open(lines[i - 1].of(body))) {
    return true;
  }
  if (i + 1 == lines.size()) return false;
  const Line& next = lines[i + 1];
  return next.blanks_before == 0 && next.width >= kLongLine && begins_lower(next.of(body)) &&
         is_open(text);
}

}  // namespace

bool stands_alone(std::string_view body, std::span<const Line> lines, const Layout& layout,
                  std::size_t i) {
  if (layout.wrapping == Wrapping::none) return !is_inside_sentence(body, lines, i);
  const auto apart = [&](std::size_t below) {
    const bool blank_counts = layout.wrapping == Wrapping::single_spaced;
    return blank_counts && lines[below].blanks_before > 0;
  };
  const bool carries_on = i > 0 && !apart(i) && is_open(lines[i - 1].of(body)) &&
                          layout.is_filled(lines[i - 1], lines[i], body);
  const bool is_carried_on = i + 1 < lines.size() && !apart(i + 1) && is_open(lines[i].of(body)) &&
                             begins_lower(lines[i + 1].of(body));
  return !carries_on && !is_carried_on;
}

std::vector<bool> junk_lines(std::string_view body, std::span<const Line> lines,
                             const Layout& layout) {
  return JunkSearch(body, lines, layout).run();
}

}  // namespace furat::indexer
