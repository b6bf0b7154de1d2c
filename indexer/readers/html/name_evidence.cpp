#include "indexer/readers/html/name_evidence.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/readers/html/name_lexicon.hpp"
#include "indexer/readers/html/name_words.hpp"

namespace furat::indexer {
namespace {

// ARIA roles, and what they say.
constexpr std::array<std::string_view, 12> kClutterRoles = {
    "alert", "alertdialog", "banner",     "complementary", "contentinfo", "dialog",
    "menu",  "menubar",     "navigation", "search",        "toolbar",     "tooltip",
};

/// One class name or id as the meanings of its words.
class Name {
 public:
  explicit Name(const std::vector<std::string>& words) : words_(words) {
    for (const std::string& word : words) bits_.push_back(meanings_of(word));
  }

  [[nodiscard]] NameEvidence evidence() const {
    if (is_invisible()) return NameEvidence::invisible;
    if (has(NameWord::comments)) return NameEvidence::comments;
    // "content-with-sidebar", "no-sidebar"
    if (has(NameWord::frame) && !has(NameWord::beside)) return NameEvidence::frame;
    if (has(NameWord::clutter) || has_pair(is_clutter_pair)) return NameEvidence::clutter;
    // "social-embed": a message of a network that the article shows.
    if (has(NameWord::control) && !has(NameWord::embed)) return NameEvidence::control;
    return is_body() ? NameEvidence::body : NameEvidence::none;
  }

  /// Content systems name an article's sections, tags and authors in its own element's class:
  /// "category-advertising", "tag-share".
  [[nodiscard]] bool is_about_article() const {
    return bits_.size() > 1 &&
           std::any_of(bits_.begin(), std::prev(bits_.end()), is<NameWord::taxonomy>);
  }

 private:
  template <NameWord meaning>
  static bool is(std::uint32_t bits) {
    return (bits & static_cast<std::uint32_t>(meaning)) != 0;
  }
  [[nodiscard]] bool has(NameWord meaning) const {
    return std::any_of(bits_.begin(), bits_.end(), [meaning](std::uint32_t bits) {
      return (bits & static_cast<std::uint32_t>(meaning)) != 0;
    });
  }
  template <class Test>
  [[nodiscard]] bool has_pair(const Test& test) const {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (test(words_[i], words_[i + 1])) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_invisible() const {
    return has(NameWord::invisible) || (has(NameWord::pointed_at) && has(NameWord::box)) ||
           has_pair(is_invisible_pair);
  }

  /// "entry-content", "story__main-text": a word for the article before one for text.
  [[nodiscard]] bool is_body() const {
    if (has(NameWord::article_body)) return true;
    const auto article = std::find_if(bits_.begin(), bits_.end(), is<NameWord::article>);
    return article != bits_.end() &&
           std::any_of(std::next(article), bits_.end(), is<NameWord::body>);
  }

  const std::vector<std::string>& words_;
  std::vector<std::uint32_t> bits_;
};

/// Judges the elements of one tree. Pages use the same names again and again, so what was found for
/// one is kept.
class Judge {
 public:
  NameEvidence evidence_of(const HtmlNode& node) {
    std::array<bool, 7> found{};
    const auto add = [&found](NameEvidence evidence) {
      found[static_cast<std::size_t>(evidence)] = true;
    };
    const bool of_article = is_article_element(node);
    for (const auto& [name, value] : node.attributes) {
      if (name == "class" || name == "id") {
        for_each_name(value,
                      [&](std::string_view each) { add(evidence_of_name(each, of_article)); });
      } else if (name == "itemprop") {
        if (value == "articleBody" || value == "reviewBody") add(NameEvidence::body);
        if (value == "author") add(NameEvidence::clutter);
        if (value == "comment") add(NameEvidence::comments);
      } else if (name == "role" && std::binary_search(kClutterRoles.begin(), kClutterRoles.end(),
                                                      std::string_view(value))) {
        add(NameEvidence::clutter);
      }
    }
    // A name that says "body" and nothing of clutter outweighs the other names of the element.
    for (const NameEvidence evidence :
         {NameEvidence::invisible, NameEvidence::comments, NameEvidence::body, NameEvidence::frame,
          NameEvidence::clutter, NameEvidence::control}) {
      if (found[static_cast<std::size_t>(evidence)]) return evidence;
    }
    return NameEvidence::none;
  }

 private:
  struct Judgement {
    NameEvidence evidence = NameEvidence::none;
    bool about_article = false;
  };

  static bool is_article_element(const HtmlNode& node) {
    if (node.tag == "article" || node.tag == "main") return true;
    const std::string_view names = node.attribute("class");
    return names.find("hentry") != std::string_view::npos ||
           names.find("type-post") != std::string_view::npos;
  }

  template <class Use>
  static void for_each_name(std::string_view names, const Use& use) {
    constexpr std::string_view kSpaces = " \t\n\r\f\v";
    for (std::size_t at = names.find_first_not_of(kSpaces); at != std::string_view::npos;) {
      const std::size_t end = std::min(names.find_first_of(kSpaces, at), names.size());
      use(names.substr(at, end - at));
      at = names.find_first_not_of(kSpaces, end);
    }
  }

  NameEvidence evidence_of_name(std::string_view name, bool of_article) {
    const auto [entry, is_new] = known_.try_emplace(name);
    if (is_new) {
      split_name(name, words_);
      const Name parts(words_);
      entry->second = {parts.evidence(), parts.is_about_article()};
    }
    return of_article && entry->second.about_article ? NameEvidence::none : entry->second.evidence;
  }

  std::unordered_map<std::string_view, Judgement> known_;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<NameEvidence> name_evidence(const HtmlTree& tree) {
  std::vector<NameEvidence> evidence;
  evidence.reserve(tree.nodes().size());
  Judge judge;
  for (const HtmlNode& node : tree.nodes()) {
    // The root and the body name the kind of the page, not of their text.
    const bool whole_page = node.tag == "html" || node.tag == "body";
    NameEvidence found =
        node.attributes.empty() || whole_page ? NameEvidence::none : judge.evidence_of(node);
    if (node.tag == "main" && found != NameEvidence::body) found = NameEvidence::none;
    const bool apart = node.tag == "aside" || node.tag == "footer";
    if (apart && found == NameEvidence::none) found = NameEvidence::frame;
    evidence.push_back(found);
  }
  return evidence;
}

}  // namespace furat::indexer
