#include "analysis/actors/surnames.hpp"

#include <algorithm>

#include "analysis/lexicon/name_span.hpp"
#include "analysis/places/place_cues.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

bool may_be_given_name(const TokenizedText& text, std::size_t i) {
  const auto word = text.folded(i);
  return text[i].upper_initial && !text[i].possessive && !place_word(word).is(kTitle | kMonth) &&
         !is_stop_word(word);
}

bool is_article_of(const TokenizedText& text, std::size_t i, std::size_t name) {
  return is_article(text.folded(i)) && i + 1 == name &&
         (text[name].gap == Gap::hyphen || text.folded(i) == "al");
}

bool begins_other_name(const TokenizedText& text, std::size_t i) {
  const auto next = i + 1;
  return next < text.size() && text[next].gap == Gap::space && !text[i].possessive &&
         text[next].upper_initial && !text[next].all_upper && !is_stop_word(text.folded(next)) &&
         !in_capitalised_line(text, i);
}

}  // namespace

bool ends_other_name(const TokenizedText& text, std::size_t i) {
  auto first = i;
  if (first > 0 && is_article_of(text, first - 1, first)) --first;
  return first > 0 && text[first].gap == Gap::space && may_be_given_name(text, first - 1) &&
         !in_capitalised_line(text, i);
}

void SurnameMemory::introduce(const TokenizedText& text, std::size_t first, std::size_t past_end,
                              std::uint32_t actor) {
  constexpr std::size_t kShortest = 3;
  const auto& last = text[past_end - 1];
  const auto opening = text.folded(first);
  if (past_end - first < 2 || is_article(opening) || opening == "abu" || opening == "umm") return;
  if (last.arabic || last.folded_size < kShortest || !last.upper_initial) return;
  const auto folded = text.folded(last);
  for (auto& known : surnames_) {
    if (known.folded != folded) continue;
    known.shared = known.shared || known.actor != actor;
    return;
  }
  surnames_.push_back({folded, actor, false});
}

void SurnameMemory::recall(const TokenizedText& text, std::size_t i,
                           std::vector<ActorMention>& mentions) const {
  if (!text[i].upper_initial) return;
  const auto folded = text.folded(i);
  const auto known = std::find_if(surnames_.begin(), surnames_.end(),
                                  [&](const Surname& name) { return name.folded == folded; });
  if (known == surnames_.end() || known->shared) return;
  if (ends_other_name(text, i) || begins_other_name(text, i)) return;
  const auto first = i > 0 && is_article_of(text, i - 1, i) ? i - 1 : i;
  mentions.push_back({name_span(text, first, i + 1 - first), known->actor, "actor.surname"});
}

}  // namespace furat::analysis
