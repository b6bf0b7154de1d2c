#include "analysis/actors/phrase_finder.hpp"

#include <algorithm>
#include <utility>

#include "analysis/actors/body_names.hpp"
#include "analysis/actors/national_phrases.hpp"
#include "analysis/actors/person_names.hpp"

namespace furat::analysis {
namespace {

/// A known name that begins inside the phrase ends in it too.
bool cuts_known_name(const PhraseContext& context, const ActorPhrase& phrase) {
  const auto* known = context.known_covers(phrase.extent.past_end);
  return known != nullptr && known->tokens.first < phrase.extent.past_end;
}

class PhraseFinder {
 public:
  PhraseFinder(const PhraseContext& context, const KnownPlaces& places)
      : context_(context), places_(places) {}

  std::vector<ActorPhrase> find() {
    const auto& text = context_.text;
    for (std::size_t i = 0; i < text.size();) {
      if (auto phrase = longest_at(i)) {
        phrase->extent.first = std::max(phrase->extent.first, taken_);
        taken_ = i = phrase->extent.past_end;
        phrases_.push_back(std::move(*phrase));
      } else {
        ++i;
      }
    }
    return std::move(phrases_);
  }

 private:
  std::optional<ActorPhrase> longest_at(std::size_t i) const {
    const auto& token = context_.text[i];
    const bool may_begin = token.upper_initial || (token.has_digit && token.folded_size > 2) ||
                           context_.known_covers(i) != nullptr;
    if (!may_begin) return std::nullopt;
    std::optional<ActorPhrase> longest;
    const auto consider = [&](std::optional<ActorPhrase>&& phrase) {
      if (!phrase || phrase->name.first < taken_ || cuts_known_name(context_, *phrase)) return;
      if (!longest || phrase->extent.past_end > longest->extent.past_end)
        longest = std::move(phrase);
    };
    consider(known_at(context_, i));
    if (context_.known_covers(i) != nullptr && !longest) return std::nullopt;
    consider(national_at(context_, i));
    if (token.arabic) return longest;
    consider(community_at(context_, i));
    if (begins_run(i)) {
      consider(person_at(context_, i, places_));
      consider(body_at(context_, i));
    }
    consider(office_at(context_, i));
    return longest;
  }

  /// A word with a capital alone is no name that is not known: most of them are such.
  [[nodiscard]] bool begins_run(std::size_t i) const {
    const auto& text = context_.text;
    if (!context_.goes_on(i + 1)) return false;
    const auto& next = text[i + 1];
    if (next.upper_initial || next.has_digit || next.folded_size <= kLongestParticle) return true;
    const auto* nation = context_.nation_begins(i);  // "Iraqi prime minister X"
    return nation != nullptr || context_.known_begins(i) != nullptr;
  }

  static constexpr std::size_t kLongestParticle = 3;
  const PhraseContext& context_;
  const KnownPlaces& places_;
  std::size_t taken_ = 0;
  std::vector<ActorPhrase> phrases_;
};

}  // namespace

std::vector<ActorPhrase> actor_phrases(const PhraseContext& context, const KnownPlaces& places) {
  return PhraseFinder(context, places).find();
}

}  // namespace furat::analysis
