#include "indexer/seats_of_government.hpp"

#include <algorithm>

namespace furat::indexer {
namespace {

constexpr std::string_view kSeat = "actor.seat";
constexpr std::string_view kState = "actor.state";

bool overlap(analysis::ByteSpan a, analysis::ByteSpan b) {
  return a.begin < b.end && b.begin < a.end;
}

bool by_begin(const analysis::ActorMention& a, const analysis::ActorMention& b) {
  return a.span.begin < b.span.begin;
}

/// "the United States": the article belongs to the phrase.
analysis::ByteSpan with_article(const analysis::TokenizedText& text, analysis::ByteSpan name) {
  constexpr std::uint32_t kArticle = 4;
  if (name.begin < kArticle) return name;
  const auto before = text.text().substr(name.begin - kArticle, kArticle);
  const bool word_begins = name.begin == kArticle ||
                           text.text()[name.begin - kArticle - 1] == ' ' ||
                           text.text()[name.begin - kArticle - 1] == '\n';
  if (word_begins && (before == "the " || before == "The ")) name.begin -= kArticle;
  return name;
}

/// Number of the government, as the mentions of the article have it.
std::uint32_t government_of(std::string_view iso, std::string_view country,
                            const analysis::ActorLexicon& lexicon,
                            std::vector<analysis::FoundActor>& found) {
  constexpr auto kBody = analysis::NationalBody::government;
  if (const auto row = lexicon.national(iso, name_of(kBody))) return *row;
  auto body = analysis::national_body(lexicon, iso, country, kBody);
  const auto same = std::find_if(found.begin(), found.end(),
                                 [&](const auto& actor) { return actor.id == body.id; });
  const auto number = static_cast<std::uint32_t>(lexicon.actors().size() +
                                                 static_cast<std::size_t>(same - found.begin()));
  if (same == found.end()) found.push_back(std::move(body));
  return number;
}

}  // namespace

void add_governments(const analysis::TokenizedText& text,
                     std::span<const analysis::PlaceMention> places,
                     const analysis::Gazetteer& gazetteer, const analysis::ActorLexicon& lexicon,
                     std::vector<analysis::FoundActor>& found,
                     std::vector<analysis::ActorMention>& actors) {
  for (const auto& mention : places) {
    const bool says = mention.role == analysis::PlaceRole::says;
    if (!says && !mention.acts) continue;
    const bool named = std::any_of(actors.begin(), actors.end(), [&](const auto& actor) {
      return overlap(actor.span, mention.span);
    });
    if (named) continue;
    auto government = lexicon.find(gazetteer.seat_of(mention.place));
    if (mention.acts)
      government = government_of(gazetteer.country(mention.place), gazetteer.name(mention.place),
                                 lexicon, found);
    if (!government) continue;
    const analysis::ActorMention added{with_article(text, mention.span),
                                       *government,
                                       mention.acts ? kState : kSeat,
                                       mention.span,
                                       0,
                                       {}};
    actors.insert(std::upper_bound(actors.begin(), actors.end(), added, by_begin), added);
  }
}

}  // namespace furat::indexer
