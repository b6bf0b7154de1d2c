#include "indexer/readers/pdf/running_heads.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "indexer/readers/pdf/columns.hpp"

namespace furat::indexer::pdf {
namespace {

constexpr float kZone = 0.15F;             // of the height: as far from the edge such lines stand
constexpr std::size_t kMostLines = 3;      // of one zone
constexpr std::size_t kFewestPages = 3;    // that repeat a line anywhere near the edge,
constexpr std::size_t kFewestInPlace = 2;  // or in the very same place
constexpr float kHeading =
    1.25F;  // of the size of the body: a chapter's heading, on each first page

/// A line near an edge.
struct EdgeLine {
  Region words;
  std::string key;  ///< its words, digits made one sign; begins with the zone's name
  float size = 0;
  float left = 0, middle = 0;
};

/// Where one line has been seen.
struct Sighting {
  float left = 0, middle = 0;
  std::size_t page = 0;
};
using Sightings = std::unordered_map<std::string, std::vector<Sighting>>;

/// Lower-case words with each number as '#'.
std::string without_digits(std::string_view text) {
  std::string key;
  for (const char c : analysis::fold_name(text)) {
    if (!analysis::is_ascii_digit(c)) {
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
    line.left = page.words[line.words.front()].left;
    line.middle = first.middle();
    lines.push_back(std::move(line));
    begin = end;
  }
  return lines;
}

/// True if `line` of page `page` is seen often enough.
bool is_repeated(const EdgeLine& line, std::size_t page, const Sightings& sightings) {
  const auto found = sightings.find(line.key);
  if (line.key.empty() || found == sightings.end()) return false;
  const auto& seen = found->second;
  if (seen.size() >= kFewestPages) return true;
  std::size_t in_place = 1;
  for (const auto& other : seen) {
    constexpr float kSame = 1;
    if (other.page != page && std::abs(other.left - line.left) < kSame &&
        std::abs(other.middle - line.middle) < kSame)
      ++in_place;
  }
  return in_place >= kFewestInPlace;
}

void note(const std::vector<EdgeLine>& lines, std::size_t page, Sightings& sightings) {
  for (const auto& line : lines) {
    auto& seen = sightings[line.key];
    if (seen.empty() || seen.back().page != page) seen.push_back({line.left, line.middle, page});
  }
}

/// Lets go of the words of running lines and of a page number, from the edge inwards.
void drop_lines(const std::vector<EdgeLine>& lines, std::size_t page, const Sightings& sightings,
                float body_size, std::vector<bool>& kept) {
  bool numbered = false;  // one number a zone: more are the rows of a table
  for (const auto& line : lines) {
    const bool number = is_page_number(line.key);
    const bool running = line.size < kHeading * body_size && is_repeated(line, page, sightings);
    if (number ? numbered : !running) return;
    numbered = numbered || number;
    for (const auto i : line.words) kept[i] = false;
  }
}

}  // namespace

std::vector<std::vector<bool>> without_running_heads(const std::vector<const PageWords*>& pages,
                                                     float body_size) {
  std::vector<std::vector<bool>> kept;
  for (const auto* page : pages) kept.emplace_back(page->words.size(), true);
  for (const bool top : {true, false}) {
    std::vector<std::vector<EdgeLine>> zones;
    Sightings sightings;
    for (std::size_t p = 0; p < pages.size(); ++p) {
      zones.push_back(edge_lines(*pages[p], top));
      note(zones[p], p, sightings);
    }
    for (std::size_t p = 0; p < pages.size(); ++p)
      drop_lines(zones[p], p, sightings, body_size, kept[p]);
  }
  // A page that has nothing else is no page with a running head.
  for (auto& page : kept)
    if (std::find(page.begin(), page.end(), true) == page.end()) page.assign(page.size(), true);
  return kept;
}

}  // namespace furat::indexer::pdf
