#include "analysis/places/unknown_names.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/lexicon/name_span.hpp"
#include "analysis/lexicon/word_list.hpp"
#include "analysis/places/capitalised_runs.hpp"
#include "analysis/places/certain_areas.hpp"

namespace furat::analysis {

/// Capitalised words in a row that are no known name, and what is said of them.
struct UnknownNames::Run {
  TokenRange tokens;
  FeatureClass feature = FeatureClass::none;  ///< what a feature word beside it says it is
  bool place = false;                         ///< the words around it want a place
  bool known = false;                         ///< the name of a place that is not meant
  TokenRange span;                            ///< with a feature word that is part of the name
};

namespace {

constexpr std::string_view kRespelled = "place.spelling";
constexpr std::string_view kUnlisted = "place.unlisted";

bool covered(const PlaceCandidates& passage, TokenRange run) {
  return std::any_of(passage.begin(), passage.end(), [&](const PlaceCandidate& candidate) {
    return candidate.tokens.first < run.past_end && run.first < candidate.tokens.past_end;
  });
}

bool is_among(std::span<const TokenRange> ranges, TokenRange run) {
  return std::any_of(ranges.begin(), ranges.end(), [&](TokenRange range) {
    return range.first <= run.first && run.past_end <= range.past_end;
  });
}

bool any_english(const TokenizedText& text, TokenRange run) {
  for (auto i = run.first; i < run.past_end; ++i)
    if (is_english_word(text.folded(i))) return true;
  return false;
}

bool all_english(const TokenizedText& text, TokenRange run) {
  for (auto i = run.first; i < run.past_end; ++i)
    if (!is_english_word(text.folded(i))) return false;
  return true;
}

bool has_person(const TokenizedText& text, TokenRange run) {
  if (after_title(text, run) || is_part_of_person(text, run)) return true;
  return run.past_end - run.first > 1 && is_given_name(text.folded(run.first));
}

bool is_site(FeatureClass feature) {
  using enum FeatureClass;
  return feature == field || feature == base || feature == camp || feature == crossing ||
         feature == dam;
}

/// The known place that stands right before or behind a run, with what is between.
const PlaceCandidate* neighbour(const PlaceCandidates& passage, const TokenizedText& text,
                                TokenRange run, bool behind) {
  const auto linked = [&](TokenRange left, TokenRange right) {
    if (left.past_end == right.first) return text[right.first].gap == Gap::punctuation;
    if (left.past_end + 1 != right.first) return false;
    const auto link = text.folded(left.past_end);
    return link == "and" || link == "or";
  };
  for (const auto& candidate : passage)
    if (behind ? linked(run, candidate.tokens) : linked(candidate.tokens, run)) return &candidate;
  return nullptr;
}

}  // namespace

UnknownNames::UnknownNames(const Gazetteer& gazetteer, const PlaceNames& names)
    : gazetteer_(gazetteer), names_(names), spellings_(gazetteer) {}

std::optional<std::uint32_t> UnknownNames::bucket_of(FeatureClass feature) const {
  using enum FeatureClass;
  if (feature == none || feature == settlement || feature == quarter)
    return gazetteer_.find("x-unlisted-settlement");
  if (is_natural(feature)) return gazetteer_.find("x-unlisted-natural");
  if (feature == governorate || feature == district || feature == border)
    return gazetteer_.find("x-unlisted-area");
  return gazetteer_.find("x-unlisted-site");
}

namespace {

/// "Swat Valley", "Lake Titicaca": the feature word has its capital and belongs to the name.
TokenRange with_feature_word(const TokenizedText& text, TokenRange run, bool before) {
  const auto i = before ? run.first - 1 : run.past_end;
  if (!text[i].upper_initial || text[i].gap == Gap::punctuation) return run;
  return before ? TokenRange{i, run.past_end} : TokenRange{run.first, i + 1};
}

}  // namespace

std::vector<PlaceReading> UnknownNames::without_plural(const TokenizedText& text,
                                                       TokenRange name) const {
  const auto source = text.source(text[name.first]);
  if (name.past_end - name.first != 1 || !source.ends_with('s')) return {};
  const auto stem = tokenize(source.substr(0, source.size() - 1));
  const auto named = names_.matches(stem);
  if (named.size() != 1 || named.front().readings.front().condition != CueCondition::none)
    return {};
  return named.front().readings;
}

/// Known places that sound like `name`, of the countries the article names and of the class that
/// was said.
std::vector<PlaceReading> UnknownNames::respelled(std::string_view name, FeatureClass feature,
                                                  const CertainAreas& areas) const {
  std::vector<PlaceReading> readings;
  for (const auto row : spellings_.find(name)) {
    const bool fits = feature == FeatureClass::none || gazetteer_.feature_class(row) == feature;
    if (fits && areas.have_country_of(row)) readings.push_back({row});
  }
  // A bare name is a town or a quarter rather than the desert or the dam of its name.
  const auto is_built_up = [&](const PlaceReading& reading) {
    const auto known = gazetteer_.feature_class(reading.place);
    return known == FeatureClass::settlement || known == FeatureClass::quarter;
  };
  if (std::any_of(readings.begin(), readings.end(), is_built_up) && feature == FeatureClass::none)
    std::erase_if(readings, [&](const PlaceReading& reading) { return !is_built_up(reading); });
  return readings;
}

/// "the al-Hail field": a far town has the name, a field of the region sounds like it.
void UnknownNames::prefer_features(const TokenizedText& text, PlaceCandidates& passage,
                                   const CertainAreas& areas) const {
  for (auto& candidate : passage) {
    const auto feature = candidate.cue().feature;
    if (!is_site(feature)) continue;
    const bool strangers = std::none_of(candidate.readings.begin(), candidate.readings.end(),
                                        [&](const PlaceReading& reading) {
                                          return gazetteer_.entry(reading.place) != nullptr ||
                                                 gazetteer_.feature_class(reading.place) == feature;
                                        });
    if (!strangers) continue;
    auto readings = respelled(written_name(text, candidate.tokens), feature, areas);
    if (readings.empty()) continue;
    candidate.readings = std::move(readings);
    candidate.foremost.clear();
    candidate.found_by = kRespelled;
  }
}

std::optional<PlaceCandidate> UnknownNames::candidate_of(const TokenizedText& text, const Run& run,
                                                         std::span<const PlaceReading> possessive,
                                                         const CertainAreas& areas) const {
  PlaceCandidate candidate;
  candidate.tokens = run.tokens;
  candidate.name = folded_name(text, run.tokens);
  candidate.found_by = kRespelled;
  if (!possessive.empty()) {
    candidate.readings.assign(possessive.begin(), possessive.end());
    return candidate;
  }
  candidate.readings = respelled(written_name(text, run.tokens), run.feature, areas);
  if (!candidate.readings.empty()) return candidate;
  const auto bucket = bucket_of(run.feature);
  const bool own_name = run.span.past_end - run.span.first > run.tokens.past_end - run.tokens.first;
  if (!bucket || !run.place || (run.known && !own_name)) return std::nullopt;
  candidate.tokens = run.span;
  candidate.readings.push_back({*bucket});
  candidate.found_by = kUnlisted;
  candidate.unlisted = true;
  return candidate;
}

/// What the words around a run say; false if nothing says that it is a place.
bool UnknownNames::has_cues(const TokenizedText& text, const PlaceCandidates& passage,
                            Run& run) const {
  const auto& tokens = run.tokens;
  const auto before = feature_before(text, tokens);
  const bool with_of = before && text.folded(tokens.first - 1) == "of";
  // "town Sarmin" in small letters, "Lake Titicaca" with a capital
  const bool apposed =
      before && !with_of && text[tokens.first - 1].upper_initial == is_natural(before.feature);
  const auto after = feature_after(text, tokens);
  if (with_of || (apposed && !all_english(text, tokens))) {
    run.feature = before.feature;
    if (apposed) run.span = with_feature_word(text, tokens, true);
  } else if (after && !any_english(text, tokens)) {
    run.feature = after.feature;
    run.span = with_feature_word(text, tokens, false);
  }
  run.place = run.feature != FeatureClass::none;
  return run.place || has_neighbours(text, passage, run);
}

/// "in Qamenas, Sarmin and Talamenes", "in Greenlane, Auckland"
bool UnknownNames::has_neighbours(const TokenizedText& text, const PlaceCandidates& passage,
                                  Run& run) const {
  const auto is_town = [&](const PlaceCandidate* candidate) {
    return candidate != nullptr &&
           gazetteer_.feature_class(candidate->readings.front().place) == FeatureClass::settlement;
  };
  const auto* left = neighbour(passage, text, run.tokens, false);
  const auto* right = neighbour(passage, text, run.tokens, true);
  const bool scene = after_scene_preposition(text, run.tokens);
  const bool towards = after_place_preposition(text, run.tokens);
  if (!scene && !towards && !is_town(left) && !is_town(right)) return false;
  const bool contained =
      right != nullptr && !right->demonym() && only_comma_between(text, run.tokens, right->tokens);
  run.place = (contained && (scene || is_town(left))) ||
              (is_town(left) && after_scene_preposition(text, left->tokens)) ||
              (scene && is_town(right));
  return !all_english(text, run.tokens);
}

PlaceCandidates UnknownNames::found_in(const TokenizedText& text, const PlaceCandidates& passage,
                                       std::span<const ByteSpan> owned,
                                       std::span<const TokenRange> dropped,
                                       const CertainAreas& areas) const {
  PlaceCandidates found;
  for (const auto& tokens : capitalised_runs(text)) {
    Run run;
    run.tokens = run.span = tokens;
    if (covered(passage, tokens)) continue;
    const auto possessive = without_plural(text, tokens);
    if (possessive.empty() && !has_cues(text, passage, run)) continue;
    const auto span = name_span(text, tokens.first, tokens.past_end - tokens.first);
    const bool inside_actor = std::any_of(owned.begin(), owned.end(),
                                          [&](ByteSpan owner) { return owner.overlaps(span); });
    if (inside_actor || has_person(text, tokens) || in_capitalised_line(text, tokens.first))
      continue;
    run.known = is_among(dropped, tokens);
    if (auto candidate = candidate_of(text, run, possessive, areas))
      found.push_back(*std::move(candidate));
  }
  return found;
}

void UnknownNames::add(std::span<const TokenizedText> texts,
                       std::span<const std::vector<ByteSpan>> owned,
                       std::span<const std::vector<TokenRange>> dropped,
                       std::span<PlaceCandidates> passages) const {
  CertainAreas areas(gazetteer_);
  for (const auto& passage : passages)
    for (const auto& candidate : passage) areas.add(candidate);
  for (std::size_t p = 0; p < passages.size(); ++p) {
    const auto owners =
        p < owned.size() ? std::span<const ByteSpan>(owned[p]) : std::span<const ByteSpan>();
    auto& passage = passages[p];
    prefer_features(texts[p], passage, areas);
    auto found = found_in(texts[p], passage, owners, dropped[p], areas);
    if (found.empty()) continue;
    std::move(found.begin(), found.end(), std::back_inserter(passage));
    std::sort(passage.begin(), passage.end(),
              [](const auto& a, const auto& b) { return a.tokens.first < b.tokens.first; });
  }
}

}  // namespace furat::analysis
