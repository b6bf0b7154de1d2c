#include "indexer/seats_of_government.hpp"

#include <algorithm>

namespace furat::indexer {
namespace {

constexpr std::string_view kRule = "actor.seat";

bool overlap(analysis::ByteSpan a, analysis::ByteSpan b) {
  return a.begin < b.end && b.begin < a.end;
}

bool by_begin(const analysis::ActorMention& a, const analysis::ActorMention& b) {
  return a.span.begin < b.span.begin;
}

}  // namespace

void add_governments(std::span<const analysis::PlaceMention> places,
                     const analysis::Gazetteer& gazetteer, const analysis::ActorLexicon& lexicon,
                     std::vector<analysis::ActorMention>& actors) {
  for (const auto& mention : places) {
    if (mention.role != analysis::PlaceRole::says) continue;
    const auto government = lexicon.find(gazetteer.seat_of(mention.place));
    if (!government) continue;
    const bool named = std::any_of(actors.begin(), actors.end(), [&](const auto& actor) {
      return overlap(actor.span, mention.span);
    });
    if (named) continue;
    const analysis::ActorMention added{mention.span, *government, kRule, mention.span, 0, {}};
    actors.insert(std::upper_bound(actors.begin(), actors.end(), added, by_begin), added);
  }
}

}  // namespace furat::indexer
