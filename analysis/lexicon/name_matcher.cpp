#include "analysis/lexicon/name_matcher.hpp"

#include <algorithm>
#include <string>

#include "analysis/lexicon/written_name.hpp"

namespace furat::analysis {
namespace {

constexpr auto kNone = NameTrie::kNone;
constexpr std::uint32_t kNotLookedUp = kNone - 1;
constexpr std::size_t kArabicLetter = 2;  // bytes of an Arabic letter in UTF-8

constexpr std::string_view kParticles[] = {"و", "ب", "ل", "ف", "ك"};

/// Arabic words as they are without the particles written onto them: "and", "in", "to", "so",
/// "as", alone or after "and". Calls `try_word` until it returns true.
template <class TryWord>
bool any_without_particle(std::string_view word, TryWord try_word) {
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

LetterCase case_in_text(const TokenizedText& text, std::size_t first, std::size_t count,
                        std::uint32_t capital_at) {
  if (capital_at != kNone && !text[first + capital_at].upper_initial) return LetterCase::any;
  for (auto i = first; i < first + count; ++i)
    if (!in_capitals(text, text[i])) return LetterCase::capitalised;
  return LetterCase::all_capitals;
}

/// The number of a word of the text; articles that no name has are all the same one.
std::uint32_t word_of(const NameTrie& trie, const TokenizedText& text, std::size_t i) {
  const auto word = trie.word(text.folded(i));
  return word == kNone && is_article_token(text, i) ? trie.article() : word;
}

/// One look at the names that begin at a token; `word_at` gives the number of the i-th token.
template <class WordAt>
class Search {
 public:
  Search(const NameTrie& trie, const TokenizedText& text, WordAt word_at)
      : trie_(trie), text_(text), word_at_(word_at) {}

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
    const auto word = word_at_(first);
    if (word != kNone)
      if (auto found = longest_from(trie_.root(word), first)) return found;
    if (!text_[first].arabic) return std::nullopt;
    std::optional<NameMatcher::Match> found;
    any_without_particle(text_.folded(first), [&](std::string_view bare_word) {
      const auto bare = trie_.word(bare_word);
      if (bare != kNone) found = longest_from(trie_.root(bare), first);
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
    if (!trie_.has_ending(node)) return;
    const auto ending = trie_.ending(node);
    const auto written = case_in_text(text_, first, count, ending.capital_at);
    const auto payloads = ending.fitting(written);
    if (!payloads.empty()) longest = {static_cast<std::uint32_t>(first), count, payloads};
  }

  [[nodiscard]] std::uint32_t next_node(std::uint32_t node, std::size_t next) const {
    auto step = word_at_(next);
    if (step == kNone) return kNone;
    // Articles inside a name are one: "Deir al-Zor" is "Deir ez-Zor".
    if (is_article_token(text_, next)) step = trie_.article();
    if (text_[next].gap == Gap::punctuation && !is_genitive_between(text_, next))
      return is_stop_between(text_, next) ? behind_stop(node, step) : kNone;
    const auto plain = trie_.child(node, step);
    return plain == kNone ? behind_stop(node, step) : plain;
  }

  [[nodiscard]] std::uint32_t behind_stop(std::uint32_t node, std::uint32_t step) const {
    const auto stop = trie_.child(node, trie_.stop());
    return stop == kNone ? kNone : trie_.child(stop, step);
  }

  /// True if the token is an article that belongs to the next one. Many articles are English words
  /// too ("as", "at", "an"): apart from their noun these need a capital and the right consonant.
  [[nodiscard]] bool is_article_before_name(std::size_t i) const {
    if (!is_article_token(text_, i) || i + 1 >= text_.size()) return false;
    const auto& token = text_[i];
    const auto& next = text_[i + 1];
    const auto article = text_.folded(i);
    if (token.all_upper && !next.all_upper) return false;
    if (next.gap == Gap::hyphen) return true;
    if (next.gap != Gap::space) return false;
    if (article == "al" || article == "el") return true;
    const bool mid_sentence = token.upper_initial && token.gap == Gap::space;
    return mid_sentence && agrees_with_next(article, text_.folded(i + 1));
  }

  const NameTrie& trie_;
  const TokenizedText& text_;
  WordAt word_at_;
};

}  // namespace

NameMatcher::NameMatcher(NameTrieBuilder&& names)
    : image_(names.build()), trie_(NameTrie::view(image_).value()) {}

NameMatcher::Scan::Scan(const NameMatcher& matcher, const TokenizedText& text, Starts starts)
    : trie_(matcher.trie_), text_(text), starts_(starts), words_(text.size(), kNotLookedUp) {}

std::uint32_t NameMatcher::Scan::word_at(std::size_t i) {
  if (words_[i] == kNotLookedUp) words_[i] = word_of(trie_, text_, i);
  return words_[i];
}

std::optional<NameMatcher::Match> NameMatcher::Scan::longest_at(std::size_t first) {
  const auto& token = text_[first];
  if (starts_ == Starts::at_capitals && !token.upper_initial && !token.arabic &&
      !is_article_token(text_, first))
    return std::nullopt;
  if (word_at(first) == kNone && !token.arabic) return std::nullopt;
  return Search(trie_, text_, [&](std::size_t i) { return word_at(i); }).at(first);
}

std::optional<NameMatcher::Match> NameMatcher::longest_at(const TokenizedText& text,
                                                          std::size_t first) const {
  return Search(trie_, text, [&](std::size_t i) { return word_of(trie_, text, i); }).at(first);
}

std::vector<NameMatcher::Match> NameMatcher::matches(const TokenizedText& text) const {
  Scan scan(*this, text);
  std::vector<Match> found;
  for (std::size_t i = 0; i < text.size();) {
    const auto match = scan.longest_at(i);
    if (match) found.push_back(*match);
    i = match ? match->first_token + match->token_count : i + 1;
  }
  return found;
}

std::vector<std::string> with_particles(std::string_view folded) {
  constexpr std::string_view kArticle = "ال";
  const std::string word(folded);
  std::vector<std::string> words{word};
  const bool melts = folded.starts_with(kArticle);
  if (melts) words.push_back("لل" + word.substr(kArticle.size()));
  for (const auto particle : kParticles) {
    words.push_back(std::string(particle) + word);
    if (melts) words.push_back(std::string(particle) + words[1]);
    for (const auto second : kParticles)
      words.push_back(std::string(particle) + std::string(second) + word);
  }
  return words;
}

}  // namespace furat::analysis
