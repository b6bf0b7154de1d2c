#include "searcher/pivot/named_places.hpp"

#include <algorithm>
#include <unordered_set>

#include "searcher/facets/counted_ordinals.hpp"

namespace furat {
namespace {

/// A passage and a place it names.
struct Naming {
  Xapian::docid passage;
  std::uint32_t place;
  friend auto operator<=>(const Naming&, const Naming&) = default;
};

std::vector<std::uint32_t> places_in(const std::vector<Xapian::docid>& passages,
                                     const PlaceRoles& roles, const GenerationView& view) {
  CountedOrdinals counted(index::Dimension::place, roles, view.columns());
  std::unordered_set<std::uint32_t> places;
  for (const auto passage : passages)
    for (const auto ordinal : counted.of(passage)) places.insert(ordinal);
  return {places.begin(), places.end()};
}

/// Both lists ascend: each is moved up to where the other is.
void append_namings(const Xapian::Database& database, const std::string& term, std::uint32_t place,
                    const std::vector<Xapian::docid>& passages, std::vector<Naming>& namings) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  auto passage = passages.begin();
  while (posting != end && passage != passages.end()) {
    if (*posting < *passage) {
      posting.skip_to(*passage);
    } else if (*passage < *posting) {
      passage = std::lower_bound(passage, passages.end(), *posting);
    } else {
      namings.push_back({*passage, place});
      ++posting;
      ++passage;
    }
  }
}

}  // namespace

NamedPlaces::NamedPlaces(const std::vector<Xapian::docid>& passages, const PlaceRoles& roles,
                         const GenerationView& view) {
  if (passages.empty()) return;
  std::vector<Naming> namings;
  std::vector<std::string> terms;
  for (const auto place : places_in(passages, roles, view)) {
    terms.clear();
    roles.append_named_terms(view.value(place).id, terms);
    for (const auto& term : terms) append_namings(view.database(), term, place, passages, namings);
  }
  std::sort(namings.begin(), namings.end());
  namings.erase(std::unique(namings.begin(), namings.end()), namings.end());

  offsets_.assign(std::size_t{passages.back()} + 2, 0);
  ordinals_.reserve(namings.size());
  for (const auto& [passage, place] : namings) {
    ++offsets_[passage + 1];
    ordinals_.push_back(place);
  }
  for (std::size_t id = 1; id < offsets_.size(); ++id) offsets_[id] += offsets_[id - 1];
}

std::span<const std::uint32_t> NamedPlaces::of(Xapian::docid passage) const {
  if (std::size_t{passage} + 1 >= offsets_.size()) return {};
  return std::span(ordinals_).subspan(offsets_[passage], offsets_[passage + 1] - offsets_[passage]);
}

}  // namespace furat
