#include "indexer/readers/pdf/running_heads.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "analysis/text/fold.hpp"
#include "indexer/readers/pdf/columns.hpp"

namespace furat::indexer::pdf {
namespace {

constexpr float kZone = 0.15F;           // of the height: as far from the edge such lines stand
constexpr std::size_t kMostLines = 3;    // of one zone
constexpr std::size_t kFewestPages = 3;  // that repeat a line; less if there are not so many
constexpr float kHeading =
    1.25F;  // of the size of the body: a chapter's heading, on each first page

/// A line near an edge.
struct EdgeLine {
  Region words;
  std::string key;  ///< its words, digits made one sign; begins with the zone's name
  float size = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Lower-case words with each number as '#'.
std::string without_digits(std::string_view text) {
  std::string key;
  for (const char c : analysis::fold_name(text)) {
    if (!is_digit(c)) {
      key += c;
    } else if (key.empty() || key.back() != '#') {
      key += '#';
    }
  }
  return key;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 6 &&
         word.find_first_not_of("ivxl") == std::string_view::npos;
}

/// "12", "- 12 -", "page 12 of 20", "xii", "12/20", all of them without their signs.
bool is_page_number(std::string_view key) {
  if (is_roman(key)) return true;
  bool number = false;
  for (std::size_t at = 0; at < key.size();) {
    const auto end = std::min(key.find(' ', at), key.size());
    const auto word = key.substr(at, end - at);
    at = end + 1;
    if (word == "#") {
      number = true;
    } else if (word != "page" && word != "of" && word != "p" && word != "seite" && word != "von") {
      return false;
    }
  }
  return number;
}

/// The lines of one zone of a page, from the edge inwards.
std::vector<EdgeLine> edge_lines(const PageWords& page, bool top) {
  Region zone;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const float middle = page.words[i].middle();
    if (top ? middle < kZone * page.height : middle > (1 - kZone) * page.height) zone.push_back(i);
  }
  std::sort(zone.begin(), zone.end(), [&](auto a, auto b) {
    const float first = page.words[a].middle();
    const float second = page.words[b].middle();
    if (first != second) return top ? first < second : first > second;
    return a < b;
  });
  std::vector<EdgeLine> lines;
  for (std::size_t begin = 0; begin < zone.size() && lines.size() < kMostLines;) {
    const Word& first = page.words[zone[begin]];
    std::size_t end = begin + 1;
    while (end < zone.size() &&
           std::abs(page.words[zone[end]].middle() - first.middle()) < first.height() / 2)
      ++end;
    EdgeLine line;
    line.words.assign(zone.begin() + static_cast<std::ptrdiff_t>(begin),
                      zone.begin() + static_cast<std::ptrdiff_t>(end));
    std::sort(line.words.begin(), line.words.end(), [&page](auto a, auto b) {
      return page.words[a].left != page.words[b].left ? page.words[a].left < page.words[b].left
                                                      : a < b;
    });
    std::string text;
    for (const auto i : line.words) {
      text += page.text_of(page.words[i]);
      text += ' ';
      line.size = std::max(line.size, page.words[i].size);
    }
    line.key = without_digits(text);
    lines.push_back(std::move(line));
    begin = end;
  }
  return lines;
}

}  // namespace

std::vector<std::vector<bool>> without_running_heads(const std::vector<const PageWords*>& pages,
                                                     float body_size) {
  std::vector<std::vector<bool>> kept;
  for (const auto* page : pages) kept.emplace_back(page->words.size(), true);
  for (const bool top : {true, false}) {
    std::vector<std::vector<EdgeLine>> zones;
    std::unordered_map<std::string, std::size_t> pages_of_key;
    for (const auto* page : pages) {
      zones.push_back(edge_lines(*page, top));
      auto& lines = zones.back();
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool again =
            std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const auto& line) { return line.key == lines[i].key; });
        if (!again) ++pages_of_key[lines[i].key];
      }
    }
    const std::size_t enough = std::clamp<std::size_t>(pages.size(), 2, kFewestPages);
    for (std::size_t p = 0; p < pages.size(); ++p) {
      bool numbered = false;  // one number a zone: more are the rows of a table
      for (const auto& line : zones[p]) {
        const bool repeated = !line.key.empty() && pages_of_key[line.key] >= enough &&
                              line.size < kHeading * body_size;
        const bool number = is_page_number(line.key);
        if (number ? numbered : !repeated) break;
        numbered = numbered || number;
        for (const auto i : line.words) kept[p][i] = false;
      }
    }
  }
  return kept;
}

}  // namespace furat::indexer::pdf
