#include "analysis/places/place_names.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/lexicon/written_name.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

/// How a name stands in the data. The article counts: "al-Bab" is a town, "Bab" alone needs a cue.
enum NameSort : std::uint32_t { plain = 0, articled, plain_cue, articled_cue, demonym, kSorts };

std::uint32_t payload_of(std::uint32_t place, std::uint32_t sort) { return place * kSorts + sort; }

bool has_article(const TokenizedText& text, std::size_t first, std::size_t count) {
  return count > 1 && is_article(text.folded(first)) && text.folded(first) != "us";
}

bool written_with_article(std::string_view name) {
  const auto tokens = tokenize(name);
  return tokens.size() > 0 && has_article(tokens, 0, tokens.size());
}

/// The sorts of one place that a matched name has, as bits.
struct SortSet {
  std::uint32_t bits = 0;
  [[nodiscard]] bool has(NameSort sort) const { return (bits >> sort & 1U) != 0; }

  [[nodiscard]] bool needs_cue(bool with_article) const {
    if (with_article) return has(articled_cue) || (!has(articled) && has(plain_cue));
    return has(plain_cue) || (has(articled_cue) && !has(plain));
  }
};

/// A governorate's names without the word for what it is: "Homs" of "Homs Governorate".
std::string bare_governorate_name(std::string_view name) {
  const auto tokens = tokenize(name);
  std::string bare;
  for (const auto& token : tokens.tokens()) {
    const auto word = tokens.folded(token);
    if (place_word(word).feature == FeatureClass::governorate || word == "of" || word == "rural")
      continue;
    if (bare.empty() && is_article(word)) continue;
    if (!bare.empty()) bare += ' ';
    bare += word;
  }
  return bare;
}

std::unordered_set<std::string> bare_names(const PlaceEntry& place) {
  std::unordered_set<std::string> names{bare_governorate_name(place.name)};
  for (const auto& alias : place.aliases) names.insert(bare_governorate_name(alias));
  return names;
}

bool share_a_name(const std::unordered_set<std::string>& left, const PlaceEntry& right) {
  const auto known = [&](const std::string& name) {
    return left.contains(bare_governorate_name(name));
  };
  return known(right.name) || std::any_of(right.aliases.begin(), right.aliases.end(), known);
}

/// An acronym in running text is a place's name only if the place has it in capitals too: "FAO"
/// is not the town of Fao, which a line in capitals may well mean.
bool is_foreign_acronym(const TokenizedText& text, const NameMatcher::Match& match,
                        const PlaceEntry& place) {
  const TokenRange name{match.first_token, match.first_token + match.token_count};
  if (!is_acronym(text, name) || text[name.first].gap == Gap::none) return false;
  const auto in_capitals = [&](const std::string& known) {
    const auto tokens = tokenize(known);
    return tokens.size() == 1 && tokens[0].all_upper;
  };
  if (in_capitals(place.name)) return false;
  for (const auto* names : {&place.aliases, &place.needs_cue})
    if (std::any_of(names->begin(), names->end(), in_capitals)) return false;
  return !in_line_of_capitals(text, name.first);
}

bool is_season(std::string_view word) {
  return word == "spring" || word == "summer" || word == "autumn" || word == "winter";
}

/// All words are English ones: "Spring", "White House".
bool is_common_words(const TokenizedText& text, TokenRange name) {
  for (auto i = name.first; i < name.past_end; ++i) {
    const auto word = text.folded(i);
    if (!is_english_word(word) && !is_stop_word(word) && place_word(word).classes == 0)
      return false;
  }
  return true;
}

/// Countries where a place may have an Arabic article that the data leaves out.
bool has_arabic_names(std::string_view country) {
  constexpr std::string_view kCountries =
      "AE BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN TR YE";
  return country.size() == 2 && kCountries.find(country) != std::string_view::npos;
}

/// The countries whose small places this engine is made for (see the archive of README.md).
bool is_regional(std::string_view country) {
  constexpr std::string_view kCountries = "IQ JO LB LY PS SY YE";
  return country.size() == 2 && kCountries.find(country) != std::string_view::npos;
}

/// Months, days and the words for bodies and features are no names on their own.
bool is_never_a_place(const TokenizedText& text, TokenRange name) {
  if (name.past_end - name.first != 1) return false;
  const auto word = place_word(text.folded(name.first));
  return word.is(kMonth | kOrganisationNoun | kFacilityNoun | kTitle | kDirection | kPeople) ||
         word.feature != FeatureClass::none || is_season(text.folded(name.first));
}

TokenRange range_of(const NameMatcher::Match& match) {
  return {match.first_token, match.first_token + match.token_count};
}

/// Those compiled with the lexicon, or else made now.
NameMatcher lexicon_matcher(const Gazetteer& gazetteer) {
  if (!gazetteer.lexicon_names().empty()) return NameMatcher(gazetteer.lexicon_names());
  return NameMatcher(names_of_places(gazetteer.lexicon()));
}

}  // namespace

NameTrieBuilder names_of_places(std::span<const PlaceEntry> places) {
  NameTrieBuilder names;
  for (std::uint32_t place = 0; place < places.size(); ++place) {
    const auto& entry = places[place];
    const auto add = [&](std::string_view name, NameSort plain_sort, NameSort articled_sort) {
      const auto sort = written_with_article(name) ? articled_sort : plain_sort;
      names.add(name, payload_of(place, sort));
    };
    add(entry.name, plain, articled);
    for (const auto& name : entry.aliases) add(name, plain, articled);
    for (const auto& name : entry.arabic) add(name, plain, articled);
    for (const auto& name : entry.needs_cue) add(name, plain_cue, articled_cue);
    for (const auto& name : entry.demonyms) names.add(name, payload_of(place, demonym));
  }
  return names;
}

namespace {

/// An Arabic name with Arabic words beside it. Between Latin words it is a name in any case.
bool stands_in_arabic(const TokenizedText& text, TokenRange name) {
  if (!text[name.first].arabic) return false;
  const bool before = name.first > 0 && text[name.first - 1].arabic;
  const bool after = name.past_end < text.size() && text[name.past_end].arabic;
  return before || after || text.size() == name.past_end - name.first;
}

}  // namespace

/// What the words of a matched name are, whatever they mean here.
struct PlaceNames::WrittenName {
  WrittenName(const TokenizedText& text, TokenRange name)
      : one_word(name.past_end - name.first == 1),
        acronym(is_acronym(text, name)),
        common(is_common_words(text, name)),
        in_arabic_text(stands_in_arabic(text, name)),
        given(one_word && is_given_name(text.folded(name.first))),
        word(text.folded(name.first)) {}
  bool one_word, acronym, common, in_arabic_text, given;
  std::string_view word;  ///< the first, folded
};

namespace {

/// "Miss." for Mississippi.
bool is_abbreviation(const PlaceNames::WrittenName& name, std::string_view whole) {
  constexpr std::size_t kLongest = 5;
  return name.one_word && name.word.size() <= kLongest && fold_name(whole).starts_with(name.word);
}

}  // namespace

PlaceNames::PlaceNames(const Gazetteer& gazetteer)
    : gazetteer_(gazetteer),
      lexicon_(lexicon_matcher(gazetteer)),
      world_(gazetteer.world().trie()) {
  link_namesakes();
}

void PlaceNames::link_namesakes() {
  const auto places = gazetteer_.lexicon();
  namesakes_.resize(places.size());
  std::unordered_map<std::uint32_t, std::unordered_set<std::string>> names;  // of governorates
  for (std::uint32_t i = 0; i < places.size(); ++i) namesakes_[i] = i;
  for (std::uint32_t town = 0; town < places.size(); ++town) {
    if (gazetteer_.feature_class(town) != FeatureClass::settlement) continue;
    for (const auto region : gazetteer_.ancestors(town)) {
      if (region >= places.size() || gazetteer_.feature_class(region) != FeatureClass::governorate)
        continue;
      auto& known = names[region];
      if (known.empty()) known = bare_names(places[region]);
      if (!share_a_name(known, places[town])) continue;
      namesakes_[town] = region;
      namesakes_[region] = town;
    }
  }
}

std::optional<std::uint32_t> PlaceNames::namesake(std::uint32_t place) const {
  if (place >= namesakes_.size() || namesakes_[place] == place) return std::nullopt;
  return namesakes_[place];
}

bool PlaceNames::are_neighbours(std::uint32_t one, std::uint32_t other) const {
  const auto is_town = [&](std::uint32_t place) {
    return gazetteer_.feature_class(place) == FeatureClass::settlement;
  };
  return one != other && is_town(one) && is_town(other) &&
         gazetteer_.country(one) == gazetteer_.country(other);
}

std::vector<NamedPlaces> PlaceNames::matches(const TokenizedText& text) const {
  NameMatcher::Scan lexicon(lexicon_, text);
  NameMatcher::Scan world(world_, text, NameMatcher::Starts::at_capitals);
  std::vector<NamedPlaces> found;
  for (std::size_t i = 0; i < text.size();) {
    const auto ours = lexicon.longest_at(i);
    const auto theirs = world.longest_at(i);
    NamedPlaces named;
    if (ours && (!theirs || ours->token_count >= theirs->token_count))
      named = {range_of(*ours), lexicon_readings(text, *ours)};
    if (theirs && (named.readings.empty() || theirs->token_count == ours->token_count)) {
      if (named.readings.empty() || !named.readings.front().demonym) {
        named.tokens = range_of(*theirs);
        add_world_readings(text, *theirs, named.readings);
      }
      if (named.readings.empty() && ours) named = {range_of(*ours), lexicon_readings(text, *ours)};
    }
    i = named.readings.empty() ? i + 1 : named.tokens.past_end;
    if (!named.readings.empty()) found.push_back(std::move(named));
  }
  return found;
}

std::vector<PlaceReading> PlaceNames::lexicon_readings(const TokenizedText& text,
                                                       const Match& match) const {
  const bool with_article = has_article(text, match.first_token, match.token_count);
  std::vector<std::uint32_t> payloads(match.payloads.begin(), match.payloads.end());
  std::sort(payloads.begin(), payloads.end());
  std::vector<PlaceReading> names;
  std::vector<PlaceReading> demonyms;
  for (std::size_t i = 0; i < payloads.size();) {
    const auto place = payloads[i] / kSorts;
    SortSet sorts;
    for (; i < payloads.size() && payloads[i] / kSorts == place; ++i)
      sorts.bits |= 1U << payloads[i] % kSorts;
    if (is_foreign_acronym(text, match, gazetteer_.lexicon()[place])) continue;
    if (sorts.bits == 1U << demonym)
      demonyms.push_back({place, true});
    else if (sorts.needs_cue(with_article))
      names.push_back({place, false, CueCondition::open, Doubt::lexicon});
    else
      names.push_back({place});
  }
  return names.empty() ? demonyms : names;
}

void PlaceNames::add_world_readings(const TokenizedText& text, const Match& match,
                                    std::vector<PlaceReading>& readings) const {
  const auto name = range_of(match);
  const bool mere_article = name.past_end - name.first == 1 && is_article_token(text, name.first) &&
                            name.past_end < text.size() && text[name.past_end].gap == Gap::hyphen;
  if (mere_article) return;
  const bool never_alone = is_never_a_place(text, name);
  const WrittenName written(text, name);
  const bool with_article = has_article(text, match.first_token, match.token_count);
  const auto known = readings.size();
  for (const auto payload : match.payloads) {
    const auto [world_row, sort, articled] = name_of_payload(payload);
    const auto place = gazetteer_.row_of_world(world_row);
    if (with_article && !articled && !has_arabic_names(gazetteer_.country(place))) continue;
    const auto same = [&](const PlaceReading& reading) { return reading.place == place; };
    if (std::any_of(readings.begin(), readings.end(), same)) continue;
    PlaceReading reading{place};
    reading.alternate = sort == GazetteerNameSort::alternate || (articled && !with_article);
    reading.doubt = doubt_about(written, place, reading.alternate);
    if (never_alone && reading.doubt != Doubt::code) continue;
    if (reading.doubt != Doubt::none) reading.condition = CueCondition::open;
    readings.push_back(reading);
  }
  std::sort(readings.begin() + static_cast<std::ptrdiff_t>(known), readings.end(),
            [](const PlaceReading& a, const PlaceReading& b) { return a.place < b.place; });
  drop_doubles(known, readings);
}

/// A town of the lexicon that the world has under another number is the lexicon's.
void PlaceNames::drop_doubles(std::size_t known, std::vector<PlaceReading>& readings) const {
  constexpr double kSameTown = 15;  // kilometres
  if (known == 0) return;
  const auto worlds = readings.begin() + static_cast<std::ptrdiff_t>(known);
  const auto is_double = [&](const PlaceReading& reading) {
    const auto position = gazetteer_.position(reading.place);
    return std::any_of(readings.begin(), worlds, [&](const PlaceReading& ours) {
      const auto there = gazetteer_.position(ours.place);
      return position && there &&
             gazetteer_.feature_class(ours.place) == gazetteer_.feature_class(reading.place) &&
             kilometres_between(*position, *there) <= kSameTown;
    });
  };
  readings.erase(std::remove_if(worlds, readings.end(), is_double), readings.end());
}

Doubt PlaceNames::doubt_about(const WrittenName& name, std::uint32_t place, bool alternate) const {
  constexpr std::uint32_t kWellKnown = 100'000, kTwoWords = 15'000, kLarge = 400'000,
                          kMetropolis = 2'000'000;
  const auto level = gazetteer_.level(place);
  const bool division = level == PlaceLevel::division;
  if (name.acronym || (alternate && division && is_abbreviation(name, gazetteer_.name(place))))
    return Doubt::code;
  if (level == PlaceLevel::country) return alternate ? Doubt::little_known : Doubt::none;
  if (name.common) return Doubt::common_word;
  const auto people = gazetteer_.population(place);
  if (name.given && people < kLarge) return Doubt::given_name;
  if (division) return alternate ? Doubt::little_known : Doubt::none;
  const auto enough = alternate ? kMetropolis : name.one_word ? kWellKnown : kTwoWords;
  if (people >= enough) return Doubt::none;
  if (name.in_arabic_text) return Doubt::arabic_word;
  return is_regional(gazetteer_.country(place)) ? Doubt::regional : Doubt::little_known;
}

}  // namespace furat::analysis
