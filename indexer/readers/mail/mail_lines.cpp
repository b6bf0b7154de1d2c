#include "indexer/readers/mail/mail_lines.hpp"

#include <algorithm>
#include <array>

#include "indexer/passages/line.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::array kAttributionEndings = {"wrote:"sv,      "writes:"sv,  "schrieb:"sv,
                                            "a écrit :"sv,   "a écrit:"sv, "escribió:"sv,
                                            "ha scritto:"sv, "schreef:"sv, "كتب:"sv};

struct RawLine {
  std::string text;
  std::size_t depth = 0;  // marks of quoting
};

/// Takes the marks off: ">> a", "> > a". At most one space behind the last is a part of them.
RawLine without_marks(std::string_view line) {
  RawLine raw;
  std::size_t i = 0;
  while (i < line.size() && line[i] == '>') {
    ++raw.depth;
    ++i;
    if (i + 1 < line.size() && line[i] == ' ' && line[i + 1] == '>') ++i;
  }
  if (raw.depth > 0 && i < line.size() && line[i] == ' ') ++i;
  raw.text = line.substr(i);
  return raw;
}

bool is_signature(std::string_view text) { return text == "-- " || text == "--\u00A0"; }

std::vector<RawLine> raw_lines(const MailPart& part, bool of_mbox) {
  std::vector<RawLine> lines;
  const std::string_view text = part.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    const bool escaped = line.starts_with(">From ") || (of_mbox && line.starts_with(">>From "));
    const bool below_quote = !lines.empty() && lines.back().depth > 0;
    if (escaped && (of_mbox || !below_quote)) line.remove_prefix(1);
    lines.push_back(escaped && !line.starts_with('>') ? RawLine{std::string(line), 0}
                                                      : without_marks(line));
    // RFC 3676: a space that was put before "From ", ">" or a space.
    if (part.flowed && lines.back().depth == 0 && lines.back().text.starts_with(' '))
      lines.back().text.erase(0, 1);
  }
  return lines;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

/// Joins lines that end in a space with the next of the same depth.
std::vector<RawLine> unflowed(std::vector<RawLine>&& lines, bool delete_space) {
  std::vector<RawLine> joined;
  bool goes_on = false;
  for (RawLine& line : lines) {
    const bool signature = is_signature(line.text);
    const bool flows = !signature && line.text.ends_with(' ');
    if (flows && delete_space) line.text.pop_back();
    if (goes_on && !signature && !is_blank(line.text) && joined.back().depth == line.depth)
      joined.back().text += line.text;
    else
      joined.push_back(std::move(line));
    goes_on = flows;
  }
  return joined;
}

bool opens_original(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of("- "), text.size());
  const std::string_view words = text.substr(begin);
  return begin >= 3 &&
         (words.starts_with("Original Message") || words.starts_with("Ursprüngliche Nachricht") ||
          words.starts_with("Message d'origine"));
}

bool ends_attribution(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(" \t") + 1);
  return std::any_of(kAttributionEndings.begin(), kAttributionEndings.end(),
                     [text](std::string_view ending) { return text.ends_with(ending); });
}

/// Decides line by line what is quoted and what is left out.
class LineSorting {
 public:
  explicit LineSorting(const std::vector<RawLine>& lines) : lines_(lines) {}

  std::vector<MailLine> run() {
    bool in_signature = false;
    bool in_original = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const RawLine& line = lines_[i];
      if (line.depth == 0 && is_signature(line.text)) in_signature = true;
      if (line.depth == 0 && opens_original(line.text)) in_original = true;
      const bool quoted = line.depth > 0 || in_original || is_attribution(i);
      if (quoted) in_signature = false;
      if (!in_signature) sorted_.push_back({line.text, quoted});
    }
    return std::move(sorted_);
  }

 private:
  /// A line of the last paragraph above a quote, if that ends as "On ... wrote:" does.
  bool is_attribution(std::size_t i) const {
    constexpr std::size_t kMostLines = 4;
    if (is_blank(lines_[i].text)) return false;
    for (std::size_t k = i; k < lines_.size() && k < i + kMostLines; ++k) {
      if (lines_[k].depth > 0 || is_blank(lines_[k].text)) return false;
      if (!ends_attribution(lines_[k].text)) continue;
      std::size_t below = k + 1;
      if (below < lines_.size() && is_blank(lines_[below].text) && lines_[below].depth == 0)
        ++below;
      return below < lines_.size() && lines_[below].depth > 0 && begins_attribution(i, k);
    }
    return false;
  }

  /// Lines [i, last] are within an attribution: it begins with its paragraph, or in line `last`.
  bool begins_attribution(std::size_t i, std::size_t last) const {
    constexpr std::size_t kMostWords = 40;
    std::size_t words = 0;
    for (std::size_t k = i; k <= last; ++k) words += count_words(lines_[k].text);
    for (std::size_t k = i; k > 0 && words <= kMostWords; --k) {
      if (lines_[k - 1].depth > 0 || is_blank(lines_[k - 1].text)) return true;
      words += count_words(lines_[k - 1].text);
    }
    return words <= kMostWords || i == last;
  }

  const std::vector<RawLine>& lines_;
  std::vector<MailLine> sorted_;
};

/// "____...", which mailing lists put above their foot.
bool opens_list_foot(std::string_view text) {
  constexpr std::size_t kLeast = 40;
  return text.size() >= kLeast && text.find_first_not_of("_") == std::string_view::npos;
}

/// The last few lines below a ruler.
void drop_list_foot(std::vector<RawLine>& lines) {
  constexpr std::size_t kMostLines = 8;
  for (std::size_t i = lines.size(); i-- > 0 && lines.size() - i <= kMostLines;) {
    if (lines[i].depth > 0 || !opens_list_foot(lines[i].text)) continue;
    lines.resize(i);
    return;
  }
}

}  // namespace

std::vector<MailLine> mail_lines(const MailPart& part, bool of_mbox) {
  std::vector<RawLine> lines = raw_lines(part, of_mbox);
  drop_list_foot(lines);
  if (part.flowed) lines = unflowed(std::move(lines), part.delete_space);
  return LineSorting(lines).run();
}

}  // namespace furat::indexer
