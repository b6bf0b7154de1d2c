#include "analysis/places/capitalised_runs.hpp"

#include "analysis/lexicon/written_name.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kMostTokens = 4;

/// A word that may stand in a place's name and is no word for anything else.
bool may_name(const TokenizedText& text, std::size_t i) {
  const auto& token = text[i];
  if (!token.upper_initial || token.all_upper || token.has_digit || token.arabic) return false;
  if (token.folded_size < 3 && !is_article_token(text, i)) return false;
  const auto word = text.folded(i);
  const auto known = place_word(word);
  return known.classes == 0 && known.feature == FeatureClass::none && !is_stop_word(word);
}

/// The run that begins with token `first`, an article before it included.
TokenRange run_at(const TokenizedText& text, std::size_t first) {
  auto end = first;
  while (end < text.size() && end - first < kMostTokens &&
         (end == first || follows_closely(text, end))) {
    const bool article = is_article_token(text, end) && end + 1 < text.size() &&
                         follows_closely(text, end + 1) && may_name(text, end + 1);
    if (!article && !may_name(text, end)) break;
    ++end;
  }
  return {first, end};
}

bool may_begin(const TokenizedText& text, std::size_t i) {
  if (may_name(text, i)) return true;
  return is_article_token(text, i) && i + 1 < text.size() && text[i + 1].gap == Gap::hyphen;
}

}  // namespace

std::vector<TokenRange> capitalised_runs(const TokenizedText& text) {
  std::vector<TokenRange> runs;
  for (std::size_t i = 0; i < text.size();) {
    const auto run = may_begin(text, i) ? run_at(text, i) : TokenRange{i, i};
    i = std::max(run.past_end, i + 1);
    if (run.past_end > run.first) runs.push_back(run);
  }
  return runs;
}

}  // namespace furat::analysis
