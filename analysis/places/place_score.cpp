#include "analysis/places/place_score.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace furat::analysis {
namespace {

constexpr double kAlternateName = -0.4, kRareName = -1.5;  // of a large town, of a small one
constexpr double kLexicon = 0.8;  // what the archive's own lexicon knows is likelier meant
constexpr double kOfCountry = 0.9, kOfDivision = 0.9, kOfNeighbour = 0.5;
constexpr double kNearKilometres = 150;
constexpr int kMostNeighbours = 3;

/// Where nobody counts people: by how often the likes of it are named.
double prominence_of_kind(FeatureClass feature, std::string_view kind) {
  switch (feature) {
    case FeatureClass::country:
      return 7.5;
    case FeatureClass::governorate:
      return 5.5;
    case FeatureClass::district:
      return 4.0;
    case FeatureClass::river:
    case FeatureClass::desert:
      return 5.0;
    case FeatureClass::settlement:
      break;
    case FeatureClass::quarter:
      return 3.0;
    default:
      return kind == "continent" || kind == "sea" ? 7.0 : kind == "region" ? 5.5 : 4.0;
  }
  return kind == "city" ? 5.3 : kind == "town" ? 4.2 : 3.0;
}

/// Areas are named more, districts less often than towns of as many people.
double bonus_of(PlaceLevel level) {
  return level == PlaceLevel::country ? 1.0 : level == PlaceLevel::subdivision ? -1.0 : 0.0;
}

/// 0, 1, 1.6, 2, ...: every further witness says less; a country has many in any article.
double weight_of(int witnesses, PlaceLevel level) {
  const int enough = level == PlaceLevel::country ? 3 : 7;
  return std::log2(1.0 + std::min(witnesses, enough));
}

int count(const std::unordered_map<std::uint32_t, int>& counts, std::uint32_t key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

double prominence(const Gazetteer& gazetteer, const PlaceReading& reading) {
  const auto place = reading.place;
  const auto people = gazetteer.population(place);
  const auto kind = gazetteer.kind(place);
  const auto level = gazetteer.level(place);
  auto score = prominence_of_kind(gazetteer.feature_class(place), kind);
  if (people > 0)
    score = std::log10(static_cast<double>(people)) + bonus_of(level);
  else if (people == 0 && gazetteer.entry(place) == nullptr && kind != "city")
    score = 1.5;  // a hamlet
  if (kind == "neighbourhood") score -= 1.0;
  if (gazetteer.entry(place) != nullptr && level == PlaceLevel::spot) score += kLexicon;
  if (!gazetteer.seat_of(place).empty()) score += 0.5;
  if (!reading.alternate) return score;
  constexpr double kLargeTown = 5.0;
  return score + (score >= kLargeTown ? kAlternateName : kRareName);
}

std::vector<PlaceReading> foremost_of(const Gazetteer& gazetteer,
                                      std::span<const PlaceReading> readings) {
  constexpr std::size_t kMost = 4;
  if (readings.size() < 2) return {};
  std::vector<PlaceReading> foremost(readings.begin(), readings.end());
  const auto kept = std::min(kMost, foremost.size());
  std::partial_sort(foremost.begin(), foremost.begin() + static_cast<std::ptrdiff_t>(kept),
                    foremost.end(), [&](const PlaceReading& a, const PlaceReading& b) {
                      return std::pair(gazetteer.population(b.place), a.place) <
                             std::pair(gazetteer.population(a.place), b.place);
                    });
  foremost.resize(kept);
  return foremost;
}

void ArticlePlaces::add(std::uint32_t place) {
  if (named_[place]++ > 0) return;
  for (const auto above : gazetteer_.ancestors(place)) ++inside_[above];
  if (gazetteer_.level(place) != PlaceLevel::spot) return;
  if (const auto position = gazetteer_.position(place)) spots_.push_back({place, *position});
}

double ArticlePlaces::support(std::uint32_t place) const {
  double score = 0;
  for (const auto above : gazetteer_.ancestors(place)) {
    const int witnesses = count(named_, above) + count(inside_, above) - count(named_, place);
    if (witnesses <= 0) continue;
    const auto level = gazetteer_.level(above);
    if (level == PlaceLevel::country) score += kOfCountry * weight_of(witnesses, level);
    if (level == PlaceLevel::division) score += kOfDivision * weight_of(witnesses, level);
  }
  const auto level = gazetteer_.level(place);
  if (level == PlaceLevel::country || level == PlaceLevel::division)
    score += kOfCountry * weight_of(count(inside_, place), level);
  return score + kOfNeighbour * votes_near(place);
}

double ArticlePlaces::votes_near(std::uint32_t place) const {
  constexpr double kDegreeOfLatitude = 111;
  if (gazetteer_.level(place) != PlaceLevel::spot) return 0;
  const auto position = gazetteer_.position(place);
  if (!position) return 0;
  int votes = 0;
  for (const auto& other : spots_) {
    if (other.place == place) continue;
    const auto apart = std::abs(other.position.latitude - position->latitude);
    if (apart * kDegreeOfLatitude > kNearKilometres) continue;
    if (kilometres_between(other.position, *position) <= kNearKilometres) ++votes;
    if (votes == kMostNeighbours) break;
  }
  return votes;
}

}  // namespace furat::analysis
