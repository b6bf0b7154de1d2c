#include "analysis/actors/acronym_context.hpp"

#include <algorithm>

#include "analysis/lexicon/name_span.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kMostParts = 3;

}  // namespace

std::optional<ShortForm> AcronymContext::form(std::size_t first, std::size_t past_end) {
  auto form = short_form(text_, first, past_end);
  if (form) form->used_again = past_end - first == 1 && used_again(text_.folded(first));
  return form;
}

std::optional<ShortForm> AcronymContext::form_before(std::size_t past_end) {
  if (past_end == 0) return std::nullopt;
  auto first = past_end - 1;
  while (first > 0 && past_end - first < kMostParts && text_[first].gap == Gap::hyphen) --first;
  for (; first < past_end; ++first)
    if (auto found = form(first, past_end)) return found;
  return std::nullopt;
}

bool AcronymContext::keep(const std::optional<LongForm>& found, const ShortForm& form) {
  if (!found) return false;
  definitions_.push_back(
      {name_span(text_, found->first, found->past_end - found->first), form.span,
       found->letters_match,
       found->letters_match ? "actor.acronym-defined" : "actor.acronym-foreign"});
  return true;
}

std::vector<AcronymDefinition> AcronymContext::take() {
  // std::ranges would be shorter, but clang 14 cannot read GCC 12's.
  std::stable_sort(definitions_.begin(), definitions_.end(),
                   [](const AcronymDefinition& a, const AcronymDefinition& b) {
                     return a.short_form < b.short_form;
                   });
  const auto rest = std::unique(definitions_.begin(), definitions_.end(),
                                [](const AcronymDefinition& a, const AcronymDefinition& b) {
                                  return a.short_form == b.short_form;
                                });
  definitions_.erase(rest, definitions_.end());
  return std::move(definitions_);
}

bool AcronymContext::used_again(std::string_view folded) {
  if (!uses_) {
    uses_.emplace();
    for (const auto& token : text_.tokens())
      if (token.all_upper) ++(*uses_)[text_.folded(token)];
  }
  const auto found = uses_->find(folded);
  return found != uses_->end() && found->second > 1;
}

}  // namespace furat::analysis
