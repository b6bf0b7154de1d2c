#include "searcher/snippets/entity_names.hpp"

#include <algorithm>

#include "analysis/text/term_analyzer.hpp"

namespace furat {
namespace {

constexpr std::size_t kMaxTokens = 60;
constexpr std::size_t kMaxNameWords = 6;

/// Names begin with a capital, but for those in letters that have none.
bool may_begin(const analysis::Token& token) { return token.upper_initial || token.arabic; }

/// "Is" in a title is the word.
bool may_be_alone(const analysis::TokenizedText& tokens, std::size_t i) {
  return tokens[i].all_upper || !analysis::is_stop_word(tokens.folded(i));
}

}  // namespace

std::vector<analysis::ByteSpan> EntityNames::spans_in(std::string_view text) {
  std::vector<analysis::ByteSpan> spans;
  if (entities_.empty() || text.empty()) return spans;
  const auto tokens = analysis::tokenize(text);
  const auto end = std::min(tokens.size(), kMaxTokens);
  for (std::size_t i = 0; i < end;) {
    const auto words = words_of_name(tokens, i, end);
    if (words > 0) spans.push_back({tokens[i].span.begin, tokens[i + words - 1].span.end});
    i += std::max<std::size_t>(words, 1);
  }
  return spans;
}

/// How many tokens the longest name has that begins at `first`; 0 if none does.
std::size_t EntityNames::words_of_name(const analysis::TokenizedText& tokens, std::size_t first,
                                       std::size_t end) {
  if (!may_begin(tokens[first])) return 0;
  std::string folded;
  std::size_t longest = 0;
  for (std::size_t i = first; i < std::min(end, first + kMaxNameWords); ++i) {
    if (i > first) folded += ' ';
    folded += tokens.folded(i);
    if (i == first && !may_be_alone(tokens, i)) continue;
    if (names_entity(folded)) longest = i + 1 - first;
  }
  return longest;
}

bool EntityNames::names_entity(const std::string& folded) {
  const auto [entry, is_new] = known_.try_emplace(folded, false);
  if (!is_new) return entry->second;
  const auto ordinals = view_.expansion_of(folded);
  entry->second =
      std::any_of(ordinals.begin(), ordinals.end(), [&](auto ordinal) { return has(ordinal); });
  return entry->second;
}

}  // namespace furat
