#include "indexer/readers/html/block_filter.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "indexer/readers/html/headline.hpp"
#include "indexer/readers/html/page_phrases.hpp"
#include "indexer/readers/html/text_length.hpp"

namespace furat::indexer {
namespace {

// Longer blocks are not looked at for set phrases.
constexpr std::uint32_t kLongestPhraseBlock = 220;
// A block with more than this share in links is one.
constexpr double kAllLinks = 0.8;
// Links of fewer letters are labels of things in the text, longer ones titles of other pages.
constexpr std::uint32_t kTitleLength = 32;
constexpr std::uint32_t kLongestCredit = 80;
// The longest label: "You may also like".
constexpr std::uint32_t kLongestLabel = 45;

// How many blocks from the end may invite readers somewhere.
constexpr std::size_t kLastBlocks = 4;

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return analysis::is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

/// "3", "1 of 6", "2 / 10": the numbers of pictures.
bool is_counter(const TextBlock& block, const std::string& folded) {
  if (block.length > 8 || block.kind == BlockKind::table_row) return false;
  if (block.kind == BlockKind::list_item) return false;
  if (!has_letter(block.text)) return block.length <= 3 || folded.find(' ') != std::string::npos;
  return folded.size() > 2 && folded.front() <= '9' && folded.back() <= '9' &&
         (folded.find(" of ") != std::string::npos || folded.find(" von ") != std::string::npos);
}

/// A link that is no title of another page: an address, or a sentence.
bool is_own_text(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.ends_with('.');
}

/// The share of words that two folded texts have in common, of those of the longer one.
double share_of_words(std::string_view a, std::string_view b) {
  const auto words = [](std::string_view text) {
    std::vector<std::string_view> list;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      list.push_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::sort(list.begin(), list.end());
    return list;
  };
  const auto first = words(a);
  const auto second = words(b);
  std::vector<std::string_view> common;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                        std::back_inserter(common));
  const std::size_t most = std::max(first.size(), second.size());
  return most == 0 ? 0.0 : static_cast<double>(common.size()) / static_cast<double>(most);
}

class Filter {
 public:
  Filter(const PageOutline& page, NodeId main, const std::vector<bool>& clutter,
         const Headline& title)
      : page_(page),
        begin_(page.first_block(main)),
        end_(page.past_block(main)),
        title_(title),
        title_words_(analysis::fold_name(title.text)),
        kept_(page.blocks().size()),
        folded_(end_ - begin_) {
    for (std::size_t i = begin_; i < end_; ++i) {
      kept_[i] = !clutter[i];
      if (kept_[i] && block(i).length <= kLongestPhraseBlock)
        folded_[i - begin_] = analysis::fold_name(block(i).text);
    }
  }

  std::vector<bool> run() {
    set_text_range();
    for (std::size_t i = begin_; i < end_; ++i) {
      if (kept_[i] && is_junk(i)) kept_[i] = false;
    }
    drop_above_headline();
    drop_foot();
    drop_invitations();
    drop_link_lists();
    drop_links();
    drop_dangling();
    return std::move(kept_);
  }

 private:
  [[nodiscard]] const TextBlock& block(std::size_t i) const { return page_.blocks()[i]; }
  [[nodiscard]] const std::string& folded(std::size_t i) const { return folded_[i - begin_]; }
  [[nodiscard]] bool is_link(std::size_t i) const { return block(i).link_share() >= kAllLinks; }

  void set_text_range() {
    first_text_ = end_;
    last_text_ = begin_;
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!kept_[i] || page_.mass(i) == 0) continue;
      first_text_ = std::min(first_text_, i);
      last_text_ = i;
    }
  }

  [[nodiscard]] bool is_junk(std::size_t i) const {
    const std::string& words = folded(i);
    if (words.empty()) return false;
    if (block(i).kind == BlockKind::table_row) return false;
    if (i <= first_text_ && repeats_title(i)) return true;
    if (is_picture_credit(i)) return true;
    if (is_counter(block(i), words) || is_page_label(words)) return true;
    if (asks_reader(words) && is_apart(i)) return true;
    if (begins_as_pointer(words) && block(i).link_share() > 0.3) return true;
    return i < first_text_ && block(i).length < 60 && begins_as_byline(words);
  }

  /// The headline again, or in other words: "Results of Monday: the bridge wins".
  [[nodiscard]] bool repeats_title(std::size_t i) const {
    if (same_title(block(i).text, title_.text)) return true;
    return block(i).kind == BlockKind::heading && share_of_words(folded(i), title_words_) > 0.7;
  }

  /// "Photo: the maker", "The bridge, © the maker".
  [[nodiscard]] bool is_picture_credit(std::size_t i) const {
    const TextBlock& each = block(i);
    if (each.length > kLongestCredit || each.kind == BlockKind::table_row) return false;
    if (each.text.find("©") != std::string::npos) return true;
    const std::size_t colon = each.text.find(':');
    return colon < 30 && names_picture(analysis::fold_name(each.text.substr(0, colon)));
  }

  /// Kickers, sections and dates above a headline that stands in the main element.
  void drop_above_headline() {
    if (title_.node == kNoNode) return;
    const std::size_t headline = page_.first_block(title_.node);
    if (headline <= begin_ || headline >= end_ || headline > first_text_) return;
    for (std::size_t i = begin_; i < headline; ++i) kept_[i] = false;
  }

  /// Articles may say such things too, in the midst of their text and without a link.
  [[nodiscard]] bool is_apart(std::size_t i) const {
    return block(i).link_share() > 0.1 || block(i).length < 60 || i > last_text_ || i < first_text_;
  }

  /// Everything from the heading of what stands below articles, unless much text follows.
  void drop_foot() {
    std::uint64_t total = 0;
    for (std::size_t i = begin_; i < end_; ++i) total += kept_[i] ? page_.mass(i) : 0;
    std::uint64_t behind = 0;
    std::size_t foot = end_;
    for (std::size_t i = end_; i > begin_; --i) {
      if (opens_foot(folded(i - 1)) && behind * 4 < total) foot = i - 1;
      if (kept_[i - 1]) behind += page_.mass(i - 1);
    }
    for (std::size_t i = foot; i < end_; ++i) kept_[i] = false;
  }

  /// "Follow her on Twitter @her": the last blocks only, since articles speak of such things too.
  void drop_invitations() {
    std::size_t looked_at = 0;
    for (std::size_t i = end_; i > begin_ && looked_at < kLastBlocks; --i) {
      if (!kept_[i - 1]) continue;
      ++looked_at;
      if (invites_to_network(folded(i - 1))) kept_[i - 1] = false;
    }
  }

  /// Lists that hold nothing but links: to other articles, to places on the page.
  void drop_link_lists() {
    for (std::size_t i = begin_; i < end_;) {
      if (!kept_[i] || !is_list_link(i)) {
        ++i;
        continue;
      }
      std::size_t past = i;
      std::uint64_t length = 0;
      for (; past < end_ && (!kept_[past] || is_list_link(past)); ++past)
        length += kept_[past] ? block(past).length : 0;
      const std::size_t count = past - i;
      const bool in_text = past <= last_text_ && count <= 2 && length < count * 45;
      if (!in_text) drop_list(i, past);
      i = past;
    }
  }

  [[nodiscard]] bool is_list_link(std::size_t i) const {
    return is_link(i) && (block(i).kind == BlockKind::list_item || stands_in_item(i));
  }

  [[nodiscard]] bool stands_in_item(std::size_t i) const {
    const auto nodes = page_.tree().nodes();
    NodeId id = block(i).element;
    for (int level = 0; level < 3 && id != kNoNode; ++level, id = nodes[id].parent) {
      if (nodes[id].tag == "li") return true;
    }
    return false;
  }

  void drop_list(std::size_t from, std::size_t past) {
    for (std::size_t i = from; i < past; ++i) kept_[i] = false;
    for (std::size_t i = from; i > begin_; --i) {
      if (!kept_[i - 1]) continue;
      if (is_label(i - 1)) kept_[i - 1] = false;
      return;
    }
  }

  /// Something that announces what follows and says nothing itself.
  [[nodiscard]] bool is_label(std::size_t i) const {
    return block(i).length <= kLongestLabel && page_.mass(i) == 0 &&
           (block(i).text.ends_with(':') || begins_as_pointer(folded(i)) || opens_foot(folded(i)));
  }

  /// Paragraphs that are titles of other articles; behind the text, all that is a link.
  void drop_links() {
    for (std::size_t i = begin_; i < end_; ++i) {
      if (!kept_[i] || !is_link(i) || block(i).kind == BlockKind::table_row) continue;
      const bool title_of_other = block(i).kind == BlockKind::paragraph &&
                                  block(i).length >= kTitleLength && !is_own_text(block(i).text);
      if (title_of_other || i > last_text_) kept_[i] = false;
    }
  }

  /// Headings and labels at the end, which nothing follows.
  void drop_dangling() {
    for (std::size_t i = end_; i > begin_; --i) {
      if (!kept_[i - 1]) continue;
      if (block(i - 1).kind != BlockKind::heading && !is_label(i - 1)) return;
      kept_[i - 1] = false;
    }
  }

  const PageOutline& page_;
  std::size_t begin_;
  std::size_t end_;
  const Headline& title_;
  std::string title_words_;
  std::size_t first_text_ = 0;
  std::size_t last_text_ = 0;
  std::vector<bool> kept_;
  std::vector<std::string> folded_;  // one a block of the main element; empty for long blocks
};

}  // namespace

std::vector<bool> article_blocks(const PageOutline& page, NodeId main,
                                 const std::vector<bool>& clutter, const Headline& title) {
  return Filter(page, main, clutter, title).run();
}

}  // namespace furat::indexer
