#include "analysis/places/place_resolver.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "analysis/places/place_score.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kByName = "place.name";
constexpr std::string_view kByDemonym = "place.demonym";
constexpr std::string_view kByCue = "place.cue";
constexpr std::string_view kByGovernorateCue = "place.governorate-cue";
constexpr std::string_view kByContainment = "place.contained";
constexpr std::string_view kByOneSense = "place.one-sense";
constexpr std::string_view kByContext = "place.context";

constexpr std::size_t kMostRejected = 3;
/// Added to a place that the same name means elsewhere in the article: more than any other
/// evidence.
constexpr double kSameSense = 20;
/// Readings of a name that are weighed against the rest of the article; the others are hamlets.
constexpr std::size_t kMostWeighed = 12;

template <class Keep>
void keep_if_any(std::vector<PlaceReading>& readings, Keep keep) {
  if (std::any_of(readings.begin(), readings.end(), keep))
    std::erase_if(readings, [&](const PlaceReading& reading) { return !keep(reading); });
}

/// All mentions of one name that nothing beside them has decided.
struct AmbiguousName {
  std::vector<PlaceCandidate*> mentions;
  std::vector<PlaceReading> readings;
  std::vector<double> prominences, scores;
  std::size_t best = 0;
};

class Resolver {
 public:
  Resolver(const Gazetteer& gazetteer, const PlaceNames& names)
      : gazetteer_(gazetteer), names_(names) {}

  void run(std::span<PlaceCandidates> passages) {
    for (auto& passage : passages)
      for (auto& candidate : passage) {
        decide_alone(candidate);
        if (candidate.decided()) {
          explain(candidate);
          decided_.push_back(candidate.place);
          if (!candidate.demonym()) senses_.emplace(candidate.name, candidate.place);
        } else {
          ambiguous_[candidate.name].mentions.push_back(&candidate);
        }
      }
    if (ambiguous_.empty()) return;
    for (auto& [name, group] : ambiguous_) weigh_alone(group);
    constexpr int kRounds = 2;
    for (int round = 0; round < kRounds; ++round) weigh_together();
    for (auto& [name, group] : ambiguous_) decide(group);
  }

 private:
  void decide_alone(PlaceCandidate& candidate) const;
  void explain(PlaceCandidate& candidate) const;
  void decide_governorate(PlaceCandidate& candidate) const;
  void drop_namesakes(PlaceCandidate& candidate) const;
  void weigh_alone(AmbiguousName& group) const;
  void weigh_together();
  void decide(AmbiguousName& group) const;
  [[nodiscard]] static std::string_view rule_of(const PlaceReading& reading, bool chosen_by_cue);

  const Gazetteer& gazetteer_;
  const PlaceNames& names_;
  std::vector<std::uint32_t> decided_;
  std::set<std::pair<std::string_view, std::uint32_t>> senses_;  ///< names that something decided
  std::map<std::string_view, AmbiguousName> ambiguous_;
};

std::string_view Resolver::rule_of(const PlaceReading& reading, bool chosen_by_cue) {
  if (reading.demonym) return kByDemonym;
  if (reading.condition == CueCondition::met_by_containment) return kByContainment;
  if (reading.condition == CueCondition::met_by_one_sense) return kByOneSense;
  return chosen_by_cue || reading.condition == CueCondition::met_by_cue ? kByCue : kByName;
}

void Resolver::decide_alone(PlaceCandidate& candidate) const {
  const auto cue = candidate.cue();
  const bool several = candidate.readings.size() > 1;
  if (cue && !candidate.demonym()) {
    keep_if_any(candidate.readings, [&](const PlaceReading& reading) {
      return gazetteer_.feature_class(reading.place) == cue.feature;
    });
  }
  if (cue.feature == FeatureClass::governorate && !candidate.demonym())
    return decide_governorate(candidate);
  drop_namesakes(candidate);
  if (candidate.readings.size() != 1) return;
  const auto& reading = candidate.readings.front();
  const bool chosen_by_cue =
      several && cue && gazetteer_.feature_class(reading.place) == cue.feature;
  candidate.decide(reading.place, rule_of(reading, chosen_by_cue));
}

/// What the name might have meant without the words that decided.
void Resolver::explain(PlaceCandidate& candidate) const {
  if (candidate.foremost.empty()) return;
  candidate.score = prominence(gazetteer_, {candidate.place});
  for (const auto& reading : candidate.foremost)
    if (reading.place != candidate.place && candidate.rejected.size() < kMostRejected)
      candidate.rejected.push_back({reading.place, prominence(gazetteer_, reading)});
  std::stable_sort(candidate.rejected.begin(), candidate.rejected.end(),
                   [](const ScoredPlace& a, const ScoredPlace& b) { return a.score > b.score; });
}

/// "provinces of X and Y": the governorate of the name, or the one the town gives its name to.
void Resolver::decide_governorate(PlaceCandidate& candidate) const {
  for (const auto& reading : candidate.readings) {
    const auto namesake = names_.namesake(reading.place);
    const bool other = gazetteer_.feature_class(reading.place) != FeatureClass::governorate;
    if (namesake && other && gazetteer_.feature_class(*namesake) == FeatureClass::governorate)
      return candidate.decide(*namesake, kByGovernorateCue);
  }
  if (candidate.readings.size() != 1) return;
  const auto& only = candidate.readings.front();
  const bool division = gazetteer_.feature_class(only.place) == FeatureClass::governorate;
  candidate.decide(only.place, division ? kByGovernorateCue : rule_of(only, false));
}

/// A bare name is the town, not the divisions named after it that contain it.
void Resolver::drop_namesakes(PlaceCandidate& candidate) const {
  std::vector<std::uint32_t> towns;
  for (const auto& reading : candidate.readings)
    if (gazetteer_.feature_class(reading.place) == FeatureClass::settlement)
      towns.push_back(reading.place);
  if (towns.empty() || towns.size() == candidate.readings.size()) return;
  std::erase_if(candidate.readings, [&](const PlaceReading& reading) {
    const auto level = gazetteer_.level(reading.place);
    if (level != PlaceLevel::division && level != PlaceLevel::subdivision) return false;
    if (gazetteer_.feature_class(reading.place) == FeatureClass::settlement) return false;
    return std::any_of(towns.begin(), towns.end(), [&](std::uint32_t town) {
      constexpr std::uint32_t kTownThatGivesItsName = 20'000;
      const bool lexicon = gazetteer_.entry(town) != nullptr;
      return (lexicon || gazetteer_.population(town) >= kTownThatGivesItsName) &&
             gazetteer_.lies_in(town, reading.place);
    });
  });
}

void Resolver::weigh_alone(AmbiguousName& group) const {
  for (const auto* mention : group.mentions)
    for (const auto& reading : mention->readings) {
      const auto known =
          std::find_if(group.readings.begin(), group.readings.end(),
                       [&](const PlaceReading& other) { return other.place == reading.place; });
      if (known == group.readings.end()) group.readings.push_back(reading);
    }
  std::vector<std::pair<double, PlaceReading>> order;
  for (const auto& reading : group.readings) {
    const bool same_sense = senses_.contains({group.mentions.front()->name, reading.place});
    order.emplace_back(prominence(gazetteer_, reading) + (same_sense ? kSameSense : 0), reading);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.size() > kMostWeighed) order.resize(kMostWeighed);
  group.readings.clear();
  for (const auto& [score, reading] : order) {
    group.prominences.push_back(score);
    group.readings.push_back(reading);
  }
  group.scores = group.prominences;
}

void Resolver::weigh_together() {
  std::vector<std::size_t> best;
  for (const auto& [name, group] : ambiguous_) {
    ArticlePlaces others(gazetteer_);
    for (const auto place : decided_) others.add(place);
    for (const auto& [other_name, other] : ambiguous_)
      if (&other != &group) others.add(other.readings[other.best].place);
    auto& mutable_group = ambiguous_[name];
    std::size_t winner = 0;
    for (std::size_t i = 0; i < group.readings.size(); ++i) {
      mutable_group.scores[i] = group.prominences[i] + others.support(group.readings[i].place);
      if (group.scores[i] > group.scores[winner]) winner = i;
    }
    best.push_back(winner);
  }
  auto next = best.begin();
  for (auto& [name, group] : ambiguous_) group.best = *next++;
}

void Resolver::decide(AmbiguousName& group) const {
  for (auto* mention : group.mentions) {
    // A mention may have lost readings that others of its name still have.
    const auto possible = [&](std::uint32_t place) {
      return std::any_of(mention->readings.begin(), mention->readings.end(),
                         [&](const PlaceReading& reading) { return reading.place == place; });
    };
    std::vector<ScoredPlace> scored;
    for (std::size_t i = 0; i < group.readings.size(); ++i)
      if (possible(group.readings[i].place))
        scored.push_back({group.readings[i].place, group.scores[i]});
    std::stable_sort(scored.begin(), scored.end(),
                     [](const ScoredPlace& a, const ScoredPlace& b) { return a.score > b.score; });
    if (scored.empty()) scored.push_back({mention->readings.front().place, 0});
    const auto place = scored.front().place;
    mention->decide(place, senses_.contains({mention->name, place}) ? kByOneSense : kByContext);
    mention->score = scored.front().score;
    mention->rejected.assign(scored.begin() + 1, scored.end());
    if (mention->rejected.size() > kMostRejected) mention->rejected.resize(kMostRejected);
  }
}

/// The readings of "X, Y" that fit together best.
struct ContainedPair {
  const PlaceReading* inner = nullptr;
  const PlaceReading* outer = nullptr;
  double score = 0;
};

/// "Jordan, Lebanon", "Washington, Oregon": two of a level are a list.
bool has_peer(const Gazetteer& gazetteer, const PlaceCandidate& candidate, PlaceLevel level) {
  return level != PlaceLevel::spot &&
         std::any_of(candidate.readings.begin(), candidate.readings.end(),
                     [&](const PlaceReading& reading) {
                       return gazetteer.level(reading.place) == level &&
                              reading.condition == CueCondition::none;
                     });
}

ContainedPair best_pair(const Gazetteer& gazetteer, const PlaceCandidate& inner,
                        const PlaceCandidate& outer) {
  ContainedPair best;
  for (const auto& container : outer.readings) {
    const auto level = gazetteer.level(container.place);
    if (container.demonym || has_peer(gazetteer, inner, level)) continue;
    for (const auto& reading : inner.readings) {
      if (reading.demonym || reading.place == container.place ||
          !gazetteer.lies_in(reading.place, container.place))
        continue;
      // Towns are said to lie in states and countries, quarters in towns.
      double tier = level == PlaceLevel::spot ? 0 : 10;
      if (gazetteer.level(reading.place) == PlaceLevel::division)
        tier -= 1;  // the town of its name
      const auto score = tier + prominence(gazetteer, reading) + prominence(gazetteer, container);
      if (best.inner == nullptr || score > best.score) best = {&reading, &container, score};
    }
  }
  return best;
}

void keep_only(PlaceCandidate& candidate, PlaceReading reading) {
  reading.condition = CueCondition::met_by_containment;
  candidate.readings.assign(1, reading);
}

}  // namespace

void resolve_containment(const Gazetteer& gazetteer, PlaceCandidates& passage) {
  // From the right: of "X, Y, Z" first what Y means in Z.
  for (auto i = passage.size(); i-- > 1;) {
    auto& inner = passage[i - 1];
    auto& outer = passage[i];
    if (!inner.contained_in_next) continue;
    const auto pair = best_pair(gazetteer, inner, outer);
    if (pair.inner == nullptr) continue;
    const auto inner_reading = *pair.inner;
    const auto outer_reading = *pair.outer;
    keep_only(inner, inner_reading);
    keep_only(outer, outer_reading);
  }
}

void resolve_places(const Gazetteer& gazetteer, const PlaceNames& names,
                    std::span<PlaceCandidates> passages) {
  Resolver(gazetteer, names).run(passages);
}

}  // namespace furat::analysis
