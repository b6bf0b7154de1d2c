#include "analysis/places/place_resolver.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace furat::analysis {
namespace {

constexpr std::string_view kByName = "place.name";
constexpr std::string_view kByDemonym = "place.demonym";
constexpr std::string_view kByCue = "place.cue";
constexpr std::string_view kByGovernorateCue = "place.governorate-cue";
constexpr std::string_view kByContainment = "place.contained";
constexpr std::string_view kByOneSense = "place.one-sense";
constexpr std::string_view kByContext = "place.context";

template <class Keep>
void keep_if_any(std::vector<PlaceReading>& readings, Keep keep) {
  if (std::any_of(readings.begin(), readings.end(), keep))
    std::erase_if(readings, [&](const PlaceReading& reading) { return !keep(reading); });
}

/// What the decided mentions of an article speak for.
class ArticleEvidence {
 public:
  explicit ArticleEvidence(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  void add(std::uint32_t place) {
    ++mentions_[place];
    for (const auto above : gazetteer_.ancestors(place)) ++inside_[above];
    ++countries_[gazetteer_.country(place)];
  }
  [[nodiscard]] int mentions(std::uint32_t place) const { return count(mentions_, place); }

  /// Mentions of the country and of what contains the place, each capped: nearness counts more
  /// than a country that the whole article is about.
  [[nodiscard]] double surroundings(std::uint32_t place) const {
    double score = std::min(5, count(countries_, gazetteer_.country(place)));
    for (const auto above : gazetteer_.ancestors(place))
      score += 0.5 * std::min(4, count(mentions_, above) + count(inside_, above));
    return score;
  }

 private:
  template <class Key>
  static int count(const std::unordered_map<Key, int>& counts, Key key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
  }

  const Gazetteer& gazetteer_;
  std::unordered_map<std::uint32_t, int> mentions_, inside_;
  std::unordered_map<std::string_view, int> countries_;
};

class Resolver {
 public:
  Resolver(const Gazetteer& gazetteer, const PlaceNames& names)
      : gazetteer_(gazetteer), names_(names), evidence_(gazetteer) {}

  void run(std::span<PlaceCandidates> passages) {
    bool ambiguous = false;
    for (auto& passage : passages)
      for (auto& candidate : passage) {
        decide_alone(candidate);
        ambiguous = ambiguous || !candidate.decided();
      }
    if (!ambiguous) return;
    for (const auto& passage : passages)
      for (const auto& candidate : passage)
        if (candidate.decided()) evidence_.add(candidate.place);
    for (auto& passage : passages) decide_contained(passage);
    for (auto& passage : passages)
      for (auto& candidate : passage)
        if (!candidate.decided()) decide_by_article(candidate);
  }

 private:
  void decide_alone(PlaceCandidate& candidate) const {
    const auto cue = candidate.cue();
    const bool several = candidate.readings.size() > 1;
    if (cue && !candidate.demonym()) {
      keep_if_any(candidate.readings, [&](const PlaceReading& reading) {
        return names_.feature_class(reading.place) == cue.feature;
      });
    }
    if (cue.feature == FeatureClass::governorate && !candidate.demonym())
      return decide_governorate(candidate);
    keep_if_any(candidate.readings, [&](const PlaceReading& reading) {
      return names_.feature_class(reading.place) != FeatureClass::governorate;
    });
    if (candidate.readings.size() != 1) return;
    const auto& reading = candidate.readings.front();
    const bool chosen_by_cue = several && cue && names_.feature_class(reading.place) == cue.feature;
    candidate.decide(reading.place, rule_of(reading, chosen_by_cue));
  }

  [[nodiscard]] static std::string_view rule_of(const PlaceReading& reading, bool chosen_by_cue) {
    if (reading.demonym) return kByDemonym;
    if (reading.condition == CueCondition::met_by_one_sense) return kByOneSense;
    return chosen_by_cue || reading.condition == CueCondition::met_by_cue ? kByCue : kByName;
  }

  /// "provinces of X and Y": the governorate of the name, or the one the town gives its name to.
  void decide_governorate(PlaceCandidate& candidate) const {
    for (const auto& reading : candidate.readings) {
      if (names_.feature_class(reading.place) == FeatureClass::governorate)
        return candidate.decide(reading.place, kByGovernorateCue);
      const auto namesake = names_.namesake(reading.place);
      if (namesake && names_.feature_class(*namesake) == FeatureClass::governorate)
        return candidate.decide(*namesake, kByGovernorateCue);
    }
    if (candidate.readings.size() == 1) candidate.decide(candidate.readings.front().place, kByName);
  }

  void decide_contained(PlaceCandidates& passage) {
    for (std::size_t i = 0; i + 1 < passage.size(); ++i) {
      auto& candidate = passage[i];
      if (candidate.decided() || !candidate.contained_in_next || !passage[i + 1].decided())
        continue;
      for (const auto& reading : candidate.readings) {
        const auto above = gazetteer_.ancestors(reading.place);
        if (std::find(above.begin(), above.end(), passage[i + 1].place) == above.end()) continue;
        candidate.decide(reading.place, kByContainment);
        evidence_.add(reading.place);
        break;
      }
    }
  }

  void decide_by_article(PlaceCandidate& candidate) const {
    const PlaceReading* best = nullptr;
    double best_score = -1;
    for (const auto& reading : candidate.readings) {
      const auto score = 10.0 * evidence_.mentions(reading.place) +
                         evidence_.surroundings(reading.place) + prominence(reading.place);
      if (score > best_score) {
        best = &reading;
        best_score = score;
      }
    }
    const bool seen = evidence_.mentions(best->place) > 0;
    candidate.decide(best->place, seen ? kByOneSense : kByContext);
  }

  [[nodiscard]] double prominence(std::uint32_t place) const {
    const auto& entry = gazetteer_.places()[place];
    if (entry.kind == "country") return 2;
    if (!entry.seat_of.empty()) return 1.5;
    if (entry.kind == "city") return 1;
    if (entry.kind == "town") return 0.8;
    if (entry.kind == "village") return 0.5;
    return 0.3;
  }

  const Gazetteer& gazetteer_;
  const PlaceNames& names_;
  ArticleEvidence evidence_;
};

}  // namespace

void resolve_places(const Gazetteer& gazetteer, const PlaceNames& names,
                    std::span<PlaceCandidates> passages) {
  Resolver(gazetteer, names).run(passages);
}

}  // namespace furat::analysis
