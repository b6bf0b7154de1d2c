#include "analysis/lexicon/name_matcher.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "analysis/lexicon/token_table.hpp"
#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::uint32_t kRoot = 0;
constexpr std::uint32_t kAnyArticle = 0;  // number of the word "al"
constexpr std::size_t kArabicLetter = 2;  // bytes of an Arabic letter in UTF-8

/// How a name may be written in a text; also the ways a text has written one.
enum class Case : std::uint8_t { any, capitalised, all_capitals };

/// No lower-case letter and at least one capital; unlike Token::all_upper also for "T" and "T4".
bool in_capitals(const TokenizedText& text, const Token& token) {
  if (token.all_upper) return true;
  if (!token.upper_initial || token.folded_size > 3) return false;
  const auto source = text.source(token);
  return std::none_of(source.begin(), source.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A full stop and white space: what an abbreviation inside a name leaves ("St. Petersburg").
bool is_stop_between(const TokenizedText& text, std::size_t i) {
  const auto begin = text[i - 1].span.end;
  const auto between = text.text().substr(begin, text[i].span.begin - begin);
  return !between.empty() && between.front() == '.' &&
         between.find_first_not_of(" \t\r\n", 1) == std::string_view::npos;
}

/// "ar" before "Raqqa", "ash" before "Sham": an article that has taken on the next consonant.
bool agrees_with_next(std::string_view article, std::string_view next) {
  return article.size() >= 2 && next.starts_with(article.substr(1));
}

/// Names that begin with a Latin article after which the next word begins the name proper.
/// An article apart is an Arabic one only if it says so: "El Salvador" keeps its first word.
bool begins_with_article(const TokenizedText& name) {
  if (name.size() < 2 || name[0].all_upper || !is_article(name.folded(0))) return false;
  return name[1].gap == Gap::hyphen || name.folded(0) == "al" ||
         agrees_with_next(name.folded(0), name.folded(1));
}

/// Arabic words as they are without the particles written onto them: "and", "in", "to", "so",
/// "as", alone or after "and". Calls `try_word` until it returns true.
template <class TryWord>
bool any_without_particle(std::string_view word, TryWord try_word) {
  constexpr std::string_view kParticles[] = {"و", "ب", "ل", "ف", "ك"};
  constexpr std::size_t kLeast = 3 * kArabicLetter;
  const auto particle_first = [&](std::string_view text) {
    return std::any_of(std::begin(kParticles), std::end(kParticles),
                       [&](std::string_view particle) { return text.starts_with(particle); });
  };
  for (int depth = 0; depth < 2 && particle_first(word); ++depth) {
    // "to" and the article melt: للرقة is ل + الرقة.
    if (word.starts_with("لل") && try_word("ال" + std::string(word.substr(2 * kArabicLetter))))
      return true;
    word.remove_prefix(kArabicLetter);
    if (word.size() < kLeast) return false;
    if (try_word(word)) return true;
  }
  return false;
}

}  // namespace

struct NameMatcher::Trie {
  /// Names that end at one node, by the way the text is written: each list holds all that fit.
  struct Ending {
    std::array<std::vector<std::uint32_t>, 3> payloads;
    std::uint32_t capital_at = kNone;  ///< token of the name that must have its capital
  };
  struct Node {
    std::uint32_t ending = kNone;
    std::uint32_t after_stop = kNone;  ///< where the name goes on behind an abbreviation's stop
  };
  struct Path {
    std::uint32_t ending = kNone;
    std::uint32_t tokens = 0;
  };

  Trie() {
    intern("al");
    nodes.emplace_back();
  }

  std::uint32_t intern(std::string_view word) {
    const auto id = words.intern(word);
    if (id == articles.size()) articles.push_back(is_article(word));
    return id;
  }

  /// The number of a word of the text; articles that no name has are all the same one.
  [[nodiscard]] std::uint32_t id_of(std::string_view word) const {
    constexpr std::size_t kLongestArticle = 3;
    const auto id = words.find(word);
    if (id != kNone || word.size() > kLongestArticle) return id;
    return is_article(word) ? kAnyArticle : kNone;
  }

  [[nodiscard]] bool is_article_id(std::uint32_t id) const { return articles[id]; }

  /// Articles inside a name are one: "Deir al-Zor" is "Deir ez-Zor". "US" is no article.
  [[nodiscard]] std::uint32_t step_of(const TokenizedText& text, std::size_t i,
                                      std::uint32_t id) const {
    const bool country = text[i].all_upper && text.folded(i) == "us";
    return is_article_id(id) && !country ? kAnyArticle : id;
  }

  [[nodiscard]] static std::uint64_t edge_key(std::uint32_t node, std::uint32_t id) {
    return (std::uint64_t{node} << 32) | id;
  }

  std::uint32_t child(std::uint32_t node, std::uint32_t id) {
    const auto [edge, added] =
        edges.try_emplace(edge_key(node, id), static_cast<std::uint32_t>(nodes.size()));
    if (added) nodes.emplace_back();
    if (node == kRoot) {
      if (roots.size() <= id) roots.resize(id + 1, kNone);
      roots[id] = edge->second;
    }
    return edge->second;
  }

  std::uint32_t stop_child(std::uint32_t node) {
    if (nodes[node].after_stop == kNone) {
      const auto made = static_cast<std::uint32_t>(nodes.size());
      nodes[node].after_stop = made;
      nodes.emplace_back();
    }
    return nodes[node].after_stop;
  }

  [[nodiscard]] std::uint32_t follow(std::uint32_t node, std::uint32_t id) const {
    if (node == kRoot) return id < roots.size() ? roots[id] : kNone;
    const auto edge = edges.find(edge_key(node, id));
    return edge == edges.end() ? kNone : edge->second;
  }

  Ending& ending_of(std::uint32_t node) {
    if (nodes[node].ending == kNone) {
      nodes[node].ending = static_cast<std::uint32_t>(endings.size());
      endings.emplace_back();
    }
    return endings[nodes[node].ending];
  }

  TokenTable words;
  std::vector<bool> articles;  ///< by word
  std::vector<Node> nodes;
  std::vector<std::uint32_t> roots;  ///< child of the root by word, kNone where no name begins
  std::unordered_map<std::uint64_t, std::uint32_t> edges;
  std::vector<Ending> endings;
};

namespace {

struct CaseRule {
  Case needed = Case::any;
  std::uint32_t capital_at = kNone;
};

CaseRule case_rule_of(const TokenizedText& name, std::size_t core) {
  constexpr std::size_t kLongestAcronym = 5;
  CaseRule rule;
  std::size_t letters = 0;
  bool capitals = true;
  for (auto i = core; i < name.size(); ++i) {
    const auto& token = name[i];
    letters += token.folded_size;
    capitals = capitals && in_capitals(name, token);
    const bool article = is_article(name.folded(i)) && !token.all_upper;
    if (rule.capital_at == kNone && token.upper_initial && !article)
      rule.capital_at = static_cast<std::uint32_t>(i - core);
  }
  if (rule.capital_at == kNone) return rule;
  rule.needed = capitals && letters <= kLongestAcronym ? Case::all_capitals : Case::capitalised;
  return rule;
}

Case case_in_text(const TokenizedText& text, std::size_t first, std::size_t count,
                  std::uint32_t capital_at) {
  if (capital_at != kNone && !text[first + capital_at].upper_initial) return Case::any;
  for (auto i = first; i < first + count; ++i)
    if (!in_capitals(text, text[i])) return Case::capitalised;
  return Case::all_capitals;
}

void insert_sorted(std::vector<std::uint32_t>& list, std::uint32_t value) {
  const auto place = std::lower_bound(list.begin(), list.end(), value);
  if (place == list.end() || *place != value) list.insert(place, value);
}

/// One look at the names that begin at a token; `id_of` gives the number of the i-th token.
template <class TrieT, class IdOf>
class Search {
 public:
  Search(const TrieT& trie, const TokenizedText& text, IdOf id_of)
      : trie_(trie), text_(text), id_of_(id_of) {}

  [[nodiscard]] std::optional<NameMatcher::Match> at(std::size_t first) const {
    if (auto found = name_at(first)) return found;
    if (!is_article_before_name(first)) return std::nullopt;
    auto found = name_at(first + 1);
    if (!found) return std::nullopt;
    --found->first_token;
    ++found->token_count;
    return found;
  }

 private:
  [[nodiscard]] std::optional<NameMatcher::Match> name_at(std::size_t first) const {
    const auto id = id_of_(first);
    if (id != kNone)
      if (auto found = longest_from(trie_.follow(kRoot, id), first)) return found;
    if (!text_[first].arabic) return std::nullopt;
    std::optional<NameMatcher::Match> found;
    any_without_particle(text_.folded(first), [&](std::string_view word) {
      const auto bare = trie_.words.find(word);
      if (bare != kNone) found = longest_from(trie_.follow(kRoot, bare), first);
      return found.has_value();
    });
    return found;
  }

  /// Walks on from `node`, which the token `first` has led to.
  [[nodiscard]] std::optional<NameMatcher::Match> longest_from(std::uint32_t node,
                                                               std::size_t first) const {
    std::optional<NameMatcher::Match> longest;
    for (std::uint32_t count = 1; node != kNone; ++count) {
      keep_if_written_so(node, first, count, longest);
      const auto next = first + count;
      if (next >= text_.size()) break;
      node = next_node(node, next);
    }
    return longest;
  }

  void keep_if_written_so(std::uint32_t node, std::size_t first, std::uint32_t count,
                          std::optional<NameMatcher::Match>& longest) const {
    const auto number = trie_.nodes[node].ending;
    if (number == kNone) return;
    const auto& ending = trie_.endings[number];
    const auto written = case_in_text(text_, first, count, ending.capital_at);
    const auto& payloads = ending.payloads[static_cast<std::size_t>(written)];
    if (!payloads.empty()) longest = {static_cast<std::uint32_t>(first), count, payloads};
  }

  [[nodiscard]] std::uint32_t next_node(std::uint32_t node, std::size_t next) const {
    const auto id = id_of_(next);
    if (id == kNone) return kNone;
    const auto step = trie_.step_of(text_, next, id);
    const auto stop = trie_.nodes[node].after_stop;
    if (text_[next].gap == Gap::punctuation)
      return stop != kNone && is_stop_between(text_, next) ? trie_.follow(stop, step) : kNone;
    const auto plain = trie_.follow(node, step);
    return plain == kNone && stop != kNone ? trie_.follow(stop, step) : plain;
  }

  /// True if the token is an article that belongs to the next one. Many articles are English words
  /// too ("as", "at", "an"): apart from their noun these need a capital and the right consonant.
  [[nodiscard]] bool is_article_before_name(std::size_t i) const {
    const auto id = id_of_(i);
    if (id == kNone || !trie_.is_article_id(id) || i + 1 >= text_.size()) return false;
    const auto& token = text_[i];
    const auto& next = text_[i + 1];
    const auto article = text_.folded(i);
    if (token.all_upper && (!next.all_upper || article == "us")) return false;
    if (next.gap == Gap::hyphen) return true;
    if (next.gap != Gap::space) return false;
    if (article == "al" || article == "el") return true;
    const bool mid_sentence = token.upper_initial && token.gap == Gap::space;
    return mid_sentence && agrees_with_next(article, text_.folded(i + 1));
  }

  const TrieT& trie_;
  const TokenizedText& text_;
  IdOf id_of_;
};

}  // namespace

NameMatcher::NameMatcher() : trie_(std::make_unique<Trie>()) {}
NameMatcher::~NameMatcher() = default;
NameMatcher::NameMatcher(NameMatcher&&) noexcept = default;
NameMatcher& NameMatcher::operator=(NameMatcher&&) noexcept = default;

void NameMatcher::add(std::string_view name, std::uint32_t payload) {
  const auto tokens = tokenize(name);
  if (tokens.size() == 0) return;
  const std::size_t core = begins_with_article(tokens) ? 1 : 0;
  auto node = kRoot;
  for (auto i = core; i < tokens.size(); ++i) {
    const auto id = trie_->intern(tokens.folded(i));
    if (i > core && tokens[i].gap == Gap::punctuation && is_stop_between(tokens, i))
      node = trie_->stop_child(node);
    node = trie_->child(node, i > core ? trie_->step_of(tokens, i, id) : id);
  }
  const auto rule = case_rule_of(tokens, core);
  auto& ending = trie_->ending_of(node);
  if (ending.capital_at == kNone) ending.capital_at = rule.capital_at;
  for (auto fitting = static_cast<std::size_t>(rule.needed); fitting < 3; ++fitting)
    insert_sorted(ending.payloads[fitting], payload);
}

std::optional<NameMatcher::Match> NameMatcher::longest_at(const TokenizedText& text,
                                                          std::size_t first) const {
  const auto id_of = [&](std::size_t i) { return trie_->id_of(text.folded(i)); };
  return Search(*trie_, text, id_of).at(first);
}

std::vector<NameMatcher::Match> NameMatcher::matches(const TokenizedText& text) const {
  std::vector<std::uint32_t> ids(text.size());
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = trie_->id_of(text.folded(i));
  const Search search(*trie_, text, [&](std::size_t i) { return ids[i]; });
  std::vector<Match> found;
  for (std::size_t i = 0; i < ids.size();) {
    const bool may_begin = ids[i] != kNone || text[i].arabic;
    const auto match = may_begin ? search.at(i) : std::nullopt;
    if (match) found.push_back(*match);
    i = match ? match->first_token + match->token_count : i + 1;
  }
  return found;
}

}  // namespace furat::analysis
