#include "indexer/readers/html/visible_dates.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/html/date_blocks.hpp"
#include "indexer/readers/html/date_labels.hpp"
#include "indexer/readers/html/field_text.hpp"
#include "indexer/readers/html/meta_dates.hpp"
#include "indexer/readers/html/page_roles.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;
using namespace page_role;

constexpr std::size_t kMostDates = 2000;

bool is_byline_word(std::string_view word) {
  constexpr std::array kWords{"meta"sv,     "byline"sv,    "info"sv,   "infos"sv,  "author"sv,
                              "postmeta"sv, "details"sv,   "autor"sv,  "kicker"sv, "infobar"sv,
                              "postinfo"sv, "submitted"sv, "credits"sv};
  return word.ends_with("meta") || word.ends_with("metadata") ||
         std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// The day that a page shows beside its logo: the one it was fetched.
bool is_called_today(const HtmlNode& node) {
  bool found = false;
  const auto look = [&found](std::string_view word) {
    found |= word == "today" || word == "heute" || word == "current" || word == "currentdate";
  };
  for_each_class_word(node.attribute("class"), look);
  for_each_class_word(node.attribute("id"), look);
  return found;
}

/// class="updated", but not WordPress's class="published updated".
bool is_called_update(const HtmlNode& node) {
  bool updated = false;
  bool published = false;
  for_each_class_word(node.attribute("class"), [&](std::string_view word) {
    updated |= word == "updated" || word == "modified" || word == "lastmodified" ||
               word == "lastupdated" || word == "update";
    published |= word == "published" || word == "publish";
  });
  return updated && !published;
}

bool is_called_byline(const HtmlNode& node) {
  bool found = false;
  const auto look = [&found](std::string_view word) { found |= is_byline_word(word); };
  for_each_class_word(node.attribute("class"), look);
  for_each_class_word(node.attribute("id"), look);
  return found;
}

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) +
         (text.empty() ? 0U : 1U);
}

/// What the numeric dates of a page show by numbers above 12; unknown if they disagree.
DayMonthOrder order_of_blocks(const std::vector<DateBlock>& blocks) {
  DayMonthOrder order = DayMonthOrder::unknown;
  for (const DateBlock& block : blocks) {
    if (block.text.find_first_of("/-") == std::string::npos) continue;
    const DayMonthOrder shown = shown_day_month_order(block.text);
    if (shown == DayMonthOrder::unknown) continue;
    if (order != DayMonthOrder::unknown && order != shown) return DayMonthOrder::unknown;
    order = shown;
  }
  return order;
}

/// Only English is written both ways; of its countries the United States put the month first.
DayMonthOrder order_of_language(std::string_view name) {
  std::string language(name.substr(0, 5));
  for (char& c : language) {
    c = analysis::lower_ascii(c);
    if (c == '_') c = '-';
  }
  if (language.empty() || language == "en") return DayMonthOrder::unknown;
  return language == "en-us" ? DayMonthOrder::month_first : DayMonthOrder::day_first;
}

class Weighing {
 public:
  Weighing(const HtmlTree& tree, NodeId headline, std::string_view language)
      : tree_(tree), roles_(tree, headline), blocks_(date_blocks(tree, roles_)) {
    order_ = order_of_blocks(blocks_);
    if (order_ == DayMonthOrder::unknown) order_ = order_of_language(language);
    if (headline == kNoNode) return;
    sure_headline_ = !tree.node(headline).is_text();
    for (const DateBlock& block : blocks_) {
      const NodeId node = block.pieces.front().node;
      if (node >= headline && node < tree.node(headline).past) {
        headline_begin_ = block.position;
        headline_end_ = block.position + block.text.size();
        has_headline_ = true;
        break;
      }
    }
  }

  VisibleDates dates() {
    for (std::size_t i = 0; i < blocks_.size() && found_.size() < kMostDates; ++i) weigh_block(i);
    add_attributes();
    return {std::move(found_), order_};
  }

 private:
  void weigh_block(std::size_t i) {
    const DateBlock& block = blocks_[i];
    if (block.text.find_first_of("0123456789\xD9\xDB") == std::string::npos) return;
    for (const WrittenDate& date : find_written_dates(block.text, order_)) {
      if (!is_plausible_day(date.day)) continue;
      found_.push_back(weighed(i, date));
    }
  }

  /// Days that elements state in an attribute and do not show ("3 hours ago").
  void add_attributes() {
    std::vector<VisibleDate> stated;
    std::size_t shown = 0;  // the first date found that does not stand before the element
    for (NodeId id = 0; id < tree_.nodes().size() && stated.size() < kMostDates; ++id) {
      const HtmlNode& node = tree_.node(id);
      const auto day = stated_day(node);
      if (!day || !is_plausible_day(*day) || roles_.is(id, kUnseen)) continue;
      while (shown < found_.size() && found_[shown].node < id) ++shown;
      if (shown < found_.size() && found_[shown].node < node.past) continue;
      const auto block = std::upper_bound(
          blocks_.begin(), blocks_.end(), id,
          [](NodeId value, const DateBlock& b) { return value < b.pieces.back().node; });
      if (block == blocks_.end()) continue;
      auto piece =
          std::upper_bound(block->pieces.begin(), block->pieces.end(), id,
                           [](NodeId value, const DateBlock::Piece& p) { return value < p.node; });
      const bool inside = piece != block->pieces.end() && piece->node < node.past;
      if (!inside && piece != block->pieces.begin()) --piece;
      const std::size_t at = piece->begin;
      VisibleDate date = weighed(static_cast<std::size_t>(block - blocks_.begin()), {*day, at, at});
      date.node = id;
      stated.push_back(date);
    }
    found_.insert(found_.end(), stated.begin(), stated.end());
    std::stable_sort(found_.begin(), found_.end(),
                     [](const VisibleDate& a, const VisibleDate& b) { return a.node < b.node; });
  }

  std::optional<std::chrono::sys_days> stated_day(const HtmlNode& node) const {
    if (node.tag == "time") return day_of_time_element(node);
    if (node.attribute("itemprop").starts_with("date")) {
      for (const std::string_view name : {"content"sv, "datetime"sv, "title"sv}) {
        if (const auto day = parse_written_date(node.attribute(name), order_)) return day;
      }
    }
    const bool titled = (node.tag == "abbr" || node.tag == "span") && is_called_date(node);
    return titled ? parse_written_date(node.attribute("title"), order_) : std::nullopt;
  }

  /// The attribute is often in UTC; what the element shows without the year is the local day.
  std::optional<std::chrono::sys_days> day_of_time_element(const HtmlNode& node) const {
    const auto day = parse_written_date(node.attribute("datetime"), order_);
    if (!day) return day;
    const auto id = static_cast<NodeId>(&node - tree_.nodes().data());
    constexpr std::size_t kLongestTime = 80;
    const std::string shown = short_text_of(tree_, id, kLongestTime);
    if (names_day_of_month(shown, *day)) return day;
    for (const auto local : {*day - std::chrono::days(1), *day + std::chrono::days(1)}) {
      if (names_day_of_month(shown, local)) return local;
    }
    return day;
  }

  VisibleDate weighed(std::size_t i, const WrittenDate& date) const {
    const DateBlock& block = blocks_[i];
    const std::string_view text = block.text;
    VisibleDate out;
    out.day = date.day;
    out.node = block.node_at(date.begin);
    const DateLabel label = label_at(i, date);
    if (label == DateLabel::published) out.score += 6;
    if (label == DateLabel::modified) {
      out.score += 5;
      out.modified = true;
    }
    if (label == DateLabel::other) out.score -= 8;
    const std::size_t words = words_in(text);
    out.score += shape(words, words_in(text.substr(0, date.begin)));
    if (words > 8 && roles_.is(out.node, kCaption)) out.score -= 5;
    out.score += called(out) + place(block) + part_of_page(out.node);
    return out;
  }

  /// A byline is short, and a date of the running text is none; but a paragraph may begin with the
  /// article's date.
  static int shape(std::size_t words, std::size_t words_before) {
    if (words <= 5) return 3;
    if (words <= 14) return 2;
    if (words_before <= 1) return 2;
    if (words > 40) return words_before > 8 ? -6 : -1;
    return words_before > 8 ? -2 : 0;
  }

  DateLabel label_at(std::size_t i, const WrittenDate& date) const {
    const std::string_view text = blocks_[i].text;
    constexpr std::size_t kMostWordsOfByline = 25;
    if (words_in(text) > kMostWordsOfByline) {
      // "released on" inside of a paragraph is about something else; before it, about the article.
      const bool first =
          date.begin < 80 && label_behind(text.substr(0, date.begin)) != DateLabel::none;
      return first ? label_before(text.substr(0, date.begin)) : DateLabel::none;
    }
    if (date.begin == date.end) {  // stated by an attribute of what stands there
      if (const DateLabel label = label_behind(text.substr(date.end)); label != DateLabel::none) {
        return label;
      }
    }
    if (const DateLabel label = label_before(text.substr(0, date.begin));
        label != DateLabel::none) {
      return label;
    }
    if (date.begin <= 3 && i > 0) {  // <dt>Published</dt><dd>4 October 2017</dd>
      const std::string_view before = blocks_[i - 1].text;
      if (words_in(before) <= 3 && before.size() <= 40) {
        if (const DateLabel label = label_before(before); label != DateLabel::none) return label;
      }
    }
    return label_behind(text.substr(date.end));
  }

  /// What the elements around the date are called.
  int called(VisibleDate& date) const {
    int score = 0;
    NodeId id = date.node;
    bool is_date = false;
    bool is_byline = false;
    for (int steps = 0; steps < 5 && id != kNoNode; ++steps, id = tree_.node(id).parent) {
      const HtmlNode& node = tree_.node(id);
      if (node.is_text()) continue;
      if (node.tag == "body" || node.past - id > 120) break;
      is_date = is_date || is_called_date(node);
      is_byline = is_byline || is_called_byline(node);
      const std::string_view itemprop = node.attribute("itemprop");
      if (itemprop == "datePublished") score += 6;
      if (itemprop == "dateModified") date.modified = true;
      if (steps <= 2 && is_called_update(node)) date.called_update = true;
      if (node.tag == "time") date.time_element = true;
      if (is_called_today(node)) score -= 8;
    }
    if (is_date) score += 4;
    if (date.called_update) score -= 2;
    if (is_byline) score += 2;
    return score;
  }

  static int place_on_page(const DateBlock& block) { return block.position < 1500 ? 1 : 0; }

  /// How near to the headline the block stands.
  int place(const DateBlock& block) const {
    if (!has_headline_) return place_on_page(block);
    if (block.position >= headline_begin_) {
      const std::size_t distance =
          block.position > headline_end_ ? block.position - headline_end_ : 0;
      if (distance < 250) return 5;
      if (distance < 800) return 3;
      return distance < 2000 ? 1 : 0;
    }
    const std::size_t distance = headline_begin_ - block.position - block.text.size();
    if (distance < 100) return 5;
    if (distance < 300) return 2;
    return sure_headline_ ? -2 : place_on_page(block);
  }

  int part_of_page(NodeId node) const {
    int score = 0;
    if (roles_.is(node, kAside)) score -= 8;
    if (roles_.is(node, kNavigation)) score -= 6;
    if (roles_.is(node, kFooter)) score -= 4;
    if (roles_.is(node, kComments)) score -= 9;
    if (roles_.is(node, kQuoted)) score -= 7;
    if (roles_.is(node, kArticle)) score += 1;
    return score;
  }

  const HtmlTree& tree_;
  DayMonthOrder order_ = DayMonthOrder::unknown;
  PageRoles roles_;
  std::vector<DateBlock> blocks_;
  std::size_t headline_begin_ = 0, headline_end_ = 0;
  bool has_headline_ = false;
  bool sure_headline_ = false;  // an element that is a heading
  std::vector<VisibleDate> found_;
};

}  // namespace

VisibleDates visible_dates(const HtmlTree& tree, NodeId headline, std::string_view language) {
  return Weighing(tree, headline, language).dates();
}

}  // namespace furat::indexer
