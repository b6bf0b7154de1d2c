#include "analysis/actors/short_names.hpp"

#include "analysis/lexicon/name_span.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kHead = "coalition";

/// "the coalition government", "the coalition of tribes", "the coalition-backed": something else.
bool goes_on(const TokenizedText& text, std::size_t next) {
  if (next >= text.size()) return false;
  if (text[next].gap == Gap::hyphen) return true;
  if (text[next].gap != Gap::space) return false;
  const auto word = text.folded(next);
  return text[next].upper_initial || word == "of" || word == "between" || word == "government" ||
         word == "party" || word == "parties";
}

}  // namespace

void ShortNameMemory::introduce(const TokenizedText& text, std::size_t first, std::size_t past_end,
                                std::uint32_t actor) {
  bool says_head = false;
  for (auto i = first; i < past_end; ++i) says_head = says_head || text.folded(i) == kHead;
  if (!says_head) return;
  several_ = several_ || (actor_ && *actor_ != actor);
  actor_ = actor;
}

void ShortNameMemory::recall(const TokenizedText& text, std::size_t i,
                             std::vector<ActorMention>& mentions) const {
  if (!actor_ || several_ || i == 0 || text.folded(i) != kHead || text[i].upper_initial) return;
  if (text[i].gap != Gap::space || text.folded(i - 1) != "the" || goes_on(text, i + 1)) return;
  const auto span = name_span(text, i, 1);
  mentions.push_back({span, *actor_, "actor.short-name", span, 0, {}});
}

}  // namespace furat::analysis
