#include "analysis/places/place_recognizer.hpp"

#include <algorithm>

#include "analysis/lexicon/name_span.hpp"
#include "analysis/places/conditional_names.hpp"
#include "analysis/places/place_candidate.hpp"
#include "analysis/places/place_names.hpp"
#include "analysis/places/place_resolver.hpp"
#include "analysis/places/place_roles.hpp"
#include "analysis/places/place_score.hpp"
#include "analysis/places/unknown_names.hpp"

namespace furat::analysis {
namespace {

/// Only "and", "or", "&", a comma or a hyphen stands between two names, and perhaps "the".
bool are_coordinated(const TokenizedText& text, TokenRange left, TokenRange right) {
  auto first = right.first;
  if (first > left.past_end && text.folded(first - 1) == "the") --first;
  if (left.past_end == first)
    return text[first].gap == Gap::hyphen ||
           text.text().substr(text[left.past_end - 1].span.end, 1) == ",";
  const auto link = text.folded(left.past_end);
  return left.past_end + 1 == first && (link == "and" || link == "or" || link == "و");
}

/// A plural feature word speaks of all the names that are coordinated with the one beside it.
void share_cues(PlaceCandidates& passage) {
  for (std::size_t i = 0; i + 1 < passage.size(); ++i)
    if (passage[i].coordinated_with_next && passage[i].before.plural && !passage[i + 1].before)
      passage[i + 1].before = passage[i].before;
  for (auto i = passage.size(); i-- > 1;)
    if (passage[i - 1].coordinated_with_next && passage[i].after.plural && !passage[i - 1].after)
      passage[i - 1].after = passage[i].after;
}

/// Again after candidates were dropped: the links say what the neighbour is.
void link_neighbours(const TokenizedText& text, PlaceCandidates& passage) {
  if (passage.empty()) return;
  passage.back().coordinated_with_next = passage.back().contained_in_next = false;
  for (std::size_t i = 0; i + 1 < passage.size(); ++i) {
    passage[i].coordinated_with_next =
        are_coordinated(text, passage[i].tokens, passage[i + 1].tokens);
    passage[i].contained_in_next =
        only_comma_between(text, passage[i].tokens, passage[i + 1].tokens);
  }
}

/// Persons, money, pronouns in capitals and longer names that only look like the place.
bool is_no_place(const TokenizedText& text, const PlaceCandidate& candidate,
                 bool after_other_place) {
  const auto& name = candidate.tokens;
  if (is_currency(text, name) || is_pronoun_in_capitals(text, name)) return true;
  if (candidate.demonym()) return false;
  if (is_eponym(text, name)) return true;
  if (is_plain_direction(text, name)) return true;
  return !after_other_place && ends_longer_name(text, name);
}

/// "General X", "Bo Ryan". Countries and their divisions are nobody's name.
bool is_person(const TokenizedText& text, const PlaceCandidate& candidate) {
  if (after_title(text, candidate.tokens)) return true;
  const bool one_word = candidate.tokens.past_end - candidate.tokens.first == 1;
  if (!one_word || candidate.demonym() || candidate.after || candidate.contained_in_next)
    return false;
  if (begins_person(text, candidate.tokens)) return true;
  return candidate.spots_only && is_part_of_person(text, candidate.tokens);
}

PlaceRole role_inside(ByteSpan span, std::span<const ByteSpan> owned, PlaceRole otherwise) {
  const bool inside = std::any_of(owned.begin(), owned.end(), [&](ByteSpan owner) {
    return owner.overlaps(span) && !span.contains(owner);
  });
  return inside ? PlaceRole::in_name : otherwise;
}

}  // namespace

struct PlaceRecognizer::Impl {
  explicit Impl(const Gazetteer& known) : gazetteer(known), names(known), unknown(known, names) {}

  [[nodiscard]] PlaceCandidates candidates_of(const TokenizedText& text) const;
  [[nodiscard]] std::vector<PlaceMention> mentions_of(const TokenizedText& text,
                                                      const PlaceCandidates& passage,
                                                      std::span<const ByteSpan> owned,
                                                      bool article_start) const;
  [[nodiscard]] PlaceRole role_of(const TokenizedText& text, const PlaceCandidates& passage,
                                  std::size_t i) const;
  [[nodiscard]] bool stands_for_government(const TokenizedText& text,
                                           const PlaceCandidates& passage, std::size_t i) const;
  [[nodiscard]] bool is_listed_as_party(const TokenizedText& text, const PlaceCandidates& passage,
                                        std::size_t i) const;
  [[nodiscard]] bool is_seat(const PlaceCandidate& candidate) const {
    return !gazetteer.seat_of(candidate.place).empty();
  }
  [[nodiscard]] bool is_country(const PlaceCandidate& candidate) const {
    return gazetteer.level(candidate.place) == PlaceLevel::country && !candidate.demonym();
  }
  [[nodiscard]] bool acts(const TokenizedText& text, const PlaceCandidates& passage,
                          std::size_t i) const;

  const Gazetteer& gazetteer;
  PlaceNames names;
  UnknownNames unknown;
};

PlaceCandidates PlaceRecognizer::Impl::candidates_of(const TokenizedText& text) const {
  PlaceCandidates passage;
  std::size_t last_end = 0;
  for (auto& named : names.matches(text)) {
    PlaceCandidate candidate;
    candidate.tokens = named.tokens;
    candidate.readings = std::move(named.readings);
    const bool after_other = named.tokens.first > 0 && named.tokens.first == last_end;
    last_end = named.tokens.past_end;
    if (is_no_place(text, candidate, after_other)) continue;
    candidate.name = folded_name(text, named.tokens);
    candidate.foremost = foremost_of(gazetteer, candidate.readings);
    candidate.spots_only = std::all_of(
        candidate.readings.begin(), candidate.readings.end(), [&](const PlaceReading& reading) {
          const auto level = gazetteer.level(reading.place);
          return level == PlaceLevel::spot || level == PlaceLevel::subdivision;
        });
    candidate.person = is_person(text, candidate);
    candidate.before = feature_before(text, candidate.tokens);
    candidate.after = feature_after(text, candidate.tokens);
    passage.push_back(std::move(candidate));
  }
  link_neighbours(text, passage);
  share_cues(passage);
  resolve_containment(gazetteer, passage);
  return passage;
}

bool PlaceRecognizer::Impl::stands_for_government(const TokenizedText& text,
                                                  const PlaceCandidates& passage,
                                                  std::size_t i) const {
  auto first = i;
  auto last = i;
  while (first > 0 && passage[first - 1].coordinated_with_next && is_seat(passage[first - 1]))
    --first;
  while (passage[last].coordinated_with_next && is_seat(passage[last + 1])) ++last;
  for (auto k = first; k <= last; ++k)
    if (acts_as_government(text, passage[k].tokens)) return true;
  return first < last && are_governments_together(
                             text, {passage[first].tokens.first, passage[last].tokens.past_end});
}

/// By itself, or with a country it is named together with: "Russia, Iran and Turkey agreed".
bool PlaceRecognizer::Impl::acts(const TokenizedText& text, const PlaceCandidates& passage,
                                 std::size_t i) const {
  if (!is_country(passage[i])) return false;
  auto first = i;
  auto last = i;
  while (first > 0 && passage[first - 1].coordinated_with_next && is_country(passage[first - 1]))
    --first;
  while (passage[last].coordinated_with_next && is_country(passage[last + 1])) ++last;
  if (first < last && after_place_preposition(text, passage[first].tokens)) return false;
  for (auto k = first; k <= last; ++k)
    if (acts_as_state(text, passage[k].tokens)) return true;
  return is_listed_as_party(text, passage, i) ||
         (first < last && are_governments_together(
                              text, {passage[first].tokens.first, passage[last].tokens.past_end}));
}

bool PlaceRecognizer::Impl::is_listed_as_party(const TokenizedText& text,
                                               const PlaceCandidates& passage,
                                               std::size_t i) const {
  constexpr std::size_t kList = 3;
  const auto is_country = [&](const PlaceCandidate& candidate) {
    return gazetteer.level(candidate.place) == PlaceLevel::country;
  };
  auto first = i;
  auto last = i;
  while (first > 0 && passage[first - 1].coordinated_with_next && is_country(passage[first - 1]))
    --first;
  while (passage[last].coordinated_with_next && is_country(passage[last + 1])) ++last;
  return last - first + 1 >= kList && are_listed_parties(text, passage[first].tokens.first);
}

PlaceRole PlaceRecognizer::Impl::role_of(const TokenizedText& text, const PlaceCandidates& passage,
                                         std::size_t i) const {
  const auto& candidate = passage[i];
  if (candidate.demonym()) return PlaceRole::of;
  if (begins_name_of_body(text, candidate.tokens) || ends_name_of_body(text, candidate.tokens))
    return PlaceRole::in_name;
  const bool country = gazetteer.feature_class(candidate.place) == FeatureClass::country;
  const bool beside_demonym = is_acronym(text, candidate.tokens) &&
                              candidate.coordinated_with_next && passage[i + 1].demonym();
  if (country && (beside_demonym || modifies_next_word(text, candidate.tokens)))
    return PlaceRole::of;  // "US and French flags", "US troops"
  if (country && is_listed_as_party(text, passage, i)) return PlaceRole::of;
  const bool town = static_cast<bool>(candidate.cue());
  if (!town && is_seat(candidate) && stands_for_government(text, passage, i))
    return PlaceRole::says;
  return PlaceRole::at;
}

std::vector<PlaceMention> PlaceRecognizer::Impl::mentions_of(const TokenizedText& text,
                                                             const PlaceCandidates& passage,
                                                             std::span<const ByteSpan> owned,
                                                             bool article_start) const {
  std::vector<PlaceMention> mentions;
  mentions.reserve(passage.size());
  std::uint32_t dateline = 0;  // end of the last one
  for (std::size_t i = 0; i < passage.size(); ++i) {
    const auto& [first, past_end] = passage[i].tokens;
    const auto span = name_span(text, first, past_end - first);
    dateline = std::max(dateline, dateline_end(text, first, article_start));
    auto role = span.begin < dateline ? PlaceRole::dateline : role_of(text, passage, i);
    role = role_inside(span, owned, role);
    // What is left of "Syrian" inside "Syrian Arab Army" the actor itself says better.
    const bool demonym_in_name = role == PlaceRole::in_name && passage[i].demonym();
    if (demonym_in_name) continue;
    const bool acting = (role == PlaceRole::at || role == PlaceRole::of) && acts(text, passage, i);
    mentions.push_back({span, passage[i].place, role, passage[i].unlisted, acting, passage[i].rule,
                        passage[i].score, passage[i].rejected});
  }
  return mentions;
}

PlaceRecognizer::PlaceRecognizer(const Gazetteer& gazetteer)
    : impl_(std::make_unique<Impl>(gazetteer)) {}
PlaceRecognizer::~PlaceRecognizer() = default;

std::vector<std::vector<PlaceMention>> PlaceRecognizer::recognize(
    const ArticleContext& article, std::span<const std::vector<ByteSpan>> owned) const {
  std::vector<PlaceCandidates> passages;
  passages.reserve(article.passages.size());
  for (const auto& text : article.passages) passages.push_back(impl_->candidates_of(text));
  const auto dropped =
      drop_names_without_cue(impl_->gazetteer, impl_->names, article.passages, passages);
  impl_->unknown.add(article.passages, owned, dropped, passages);
  for (std::size_t p = 0; p < passages.size(); ++p)
    link_neighbours(article.passages[p], passages[p]);
  resolve_places(impl_->gazetteer, impl_->names, passages);
  std::vector<std::vector<PlaceMention>> mentions;
  mentions.reserve(passages.size());
  for (std::size_t p = 0; p < passages.size(); ++p) {
    const auto owners =
        p < owned.size() ? std::span<const ByteSpan>(owned[p]) : std::span<const ByteSpan>();
    mentions.push_back(impl_->mentions_of(article.passages[p], passages[p], owners, p == 0));
  }
  return mentions;
}

}  // namespace furat::analysis
