#include "analysis/places/certain_areas.hpp"

namespace furat::analysis {

void CertainAreas::add(const PlaceCandidate& candidate) {
  if (candidate.readings.size() != 1) return;
  const auto& reading = candidate.readings.front();
  if (reading.condition == CueCondition::open) return;
  if (const auto country = gazetteer_.country_row(reading.place)) countries_.insert(*country);
}

bool CertainAreas::have_country_of(std::uint32_t place) const {
  const auto country = gazetteer_.country_row(place);
  return country && countries_.contains(*country);
}

}  // namespace furat::analysis
