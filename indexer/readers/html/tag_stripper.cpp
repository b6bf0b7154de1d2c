#include "indexer/readers/html/tag_stripper.hpp"

#include <algorithm>
#include <array>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/html/character_reference.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

// Tags inside of a paragraph. All others part paragraphs.
constexpr std::array kInline = {
    "a"sv,    "abbr"sv, "acronym"sv, "b"sv,    "bdi"sv,   "bdo"sv,  "big"sv,    "cite"sv,
    "code"sv, "del"sv,  "em"sv,      "font"sv, "i"sv,     "img"sv,  "ins"sv,    "kbd"sv,
    "mark"sv, "q"sv,    "s"sv,       "samp"sv, "small"sv, "span"sv, "strike"sv, "strong"sv,
    "sub"sv,  "sup"sv,  "time"sv,    "tt"sv,   "u"sv,     "var"sv,  "wbr"sv};

bool is_inline(std::string_view tag) {
  return std::find(kInline.begin(), kInline.end(), tag) != kInline.end();
}

void add_text(std::size_t begin, std::size_t end, std::vector<HtmlPiece>& pieces) {
  if (begin < end) pieces.push_back({HtmlPiece::Kind::text, begin, end - begin});
}

}  // namespace

std::vector<HtmlPiece> TagStripper::feed(std::string_view html) {
  std::vector<HtmlPiece> pieces;
  for (std::size_t i = 0; i < html.size();) {
    switch (state_) {
      case State::text:
        i = feed_text(html, i, pieces);
        break;
      case State::tag:
        i = feed_tag(html, i, pieces);
        break;
      case State::script:
        i = feed_script(html, i);
        break;
      case State::comment: {
        const std::size_t end = html.find("-->", i);
        if (end != std::string_view::npos) state_ = State::text;
        i = end == std::string_view::npos ? html.size() : end + 3;
        break;
      }
    }
  }
  return pieces;
}

std::size_t TagStripper::feed_text(std::string_view html, std::size_t i,
                                   std::vector<HtmlPiece>& pieces) {
  const std::size_t begin = i;
  while (i < html.size()) {
    i = std::min(html.find_first_of("<&", i), html.size());
    if (i == html.size()) break;
    if (html[i] == '&') {
      if (const std::size_t size = reference_size(html, i)) {
        add_text(begin, i, pieces);
        pieces.push_back({HtmlPiece::Kind::reference, i, size});
        return i + size;
      }
    } else if (const std::size_t past = open_tag(html, i); past != i) {
      add_text(begin, i, pieces);
      return past;
    }
    ++i;
  }
  add_text(begin, i, pieces);
  return i;
}

/// Behind the name of the tag or the begin of the comment at `i`; `i` if there is none.
std::size_t TagStripper::open_tag(std::string_view html, std::size_t i) {
  const std::string_view rest = html.substr(i);
  tag_.clear();
  quote_ = '\0';
  if (rest.starts_with("<!--")) {
    state_ = State::comment;
    return i + 4;
  }
  end_tag_ = rest.starts_with("</");
  std::size_t name = end_tag_ ? 2 : 1;
  const bool declaration = rest.starts_with("<!") || rest.starts_with("<?");
  if (!declaration && (name >= rest.size() || !analysis::is_ascii_letter(rest[name]))) return i;
  while (!declaration && name < rest.size() &&
         (analysis::is_ascii_letter(rest[name]) || rest[name] == '-' ||
          (rest[name] >= '0' && rest[name] <= '9')))
    tag_ += analysis::lower_ascii(rest[name++]);
  state_ = State::tag;
  return i + name;
}

std::size_t TagStripper::feed_tag(std::string_view html, std::size_t i,
                                  std::vector<HtmlPiece>& pieces) {
  for (; i < html.size(); ++i) {
    const char c = html[i];
    if (quote_ != '\0') {
      if (c == quote_) quote_ = '\0';
    } else if ((c == '"' || c == '\'') && i > 0 && html[i - 1] == '=') {
      quote_ = c;
    } else if (c == '>') {
      close_tag(i + 1, pieces);
      return i + 1;
    }
  }
  return i;
}

void TagStripper::close_tag(std::size_t at, std::vector<HtmlPiece>& pieces) {
  state_ = State::text;
  if (tag_ == "script" || tag_ == "style") {
    if (!end_tag_) state_ = State::script;
  } else if (tag_ == "br") {
    pieces.push_back({HtmlPiece::Kind::line_break, at, 0});
  } else if (!tag_.empty() && !is_inline(tag_)) {
    pieces.push_back({HtmlPiece::Kind::block_end, at, 0});
  }
}

std::size_t TagStripper::feed_script(std::string_view html, std::size_t i) {
  for (i = html.find("</", i); i != std::string_view::npos; i = html.find("</", i + 2)) {
    const std::string_view name = html.substr(i + 2, tag_.size());
    const bool ends = std::equal(name.begin(), name.end(), tag_.begin(), tag_.end(),
                                 [](char a, char b) { return analysis::lower_ascii(a) == b; });
    if (!ends) continue;
    end_tag_ = true;
    state_ = State::tag;
    return i + 2 + name.size();
  }
  return html.size();
}

}  // namespace furat::indexer
