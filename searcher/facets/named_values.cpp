#include "searcher/facets/named_values.hpp"

#include <unordered_set>

#include "searcher/facets/counted_ordinals.hpp"
#include "searcher/facets/passages_with_term.hpp"

namespace furat {
namespace {

/// A passage and a value it names.
struct Naming {
  Xapian::docid passage;
  std::uint32_t value;
  friend auto operator<=>(const Naming&, const Naming&) = default;
};

std::vector<std::uint32_t> values_in(index::Dimension dimension,
                                     const std::vector<Xapian::docid>& passages,
                                     const PlaceRoles& roles, const GenerationView& view) {
  CountedOrdinals counted(dimension, roles, view.columns());
  std::unordered_set<std::uint32_t> values;
  for (const auto passage : passages)
    for (const auto ordinal : counted.of(passage)) values.insert(ordinal);
  return {values.begin(), values.end()};
}

}  // namespace

NamedValues::NamedValues(index::Dimension dimension, const std::vector<Xapian::docid>& passages,
                         const PlaceRoles& roles, const GenerationView& view) {
  if (passages.empty()) return;
  std::vector<Naming> namings;
  std::vector<std::string> terms;
  for (const auto value : values_in(dimension, passages, roles, view)) {
    view.deadline().check();
    terms.clear();
    if (dimension == index::Dimension::place)
      roles.append_named_terms(view.value(value).id, terms);
    else
      terms.push_back(index::bounded_term(index::prefix::kMention, view.value(value).id));
    for (const auto& term : terms)
      for_each_with_term(view.database(), term, passages, [&](Xapian::docid passage) {
        namings.push_back({passage, value});
      });
  }
  std::sort(namings.begin(), namings.end());
  namings.erase(std::unique(namings.begin(), namings.end()), namings.end());

  offsets_.assign(std::size_t{passages.back()} + 2, 0);
  ordinals_.reserve(namings.size());
  for (const auto& [passage, value] : namings) {
    ++offsets_[passage + 1];
    ordinals_.push_back(value);
  }
  for (std::size_t id = 1; id < offsets_.size(); ++id) offsets_[id] += offsets_[id - 1];
}

std::span<const std::uint32_t> NamedValues::of(Xapian::docid passage) const {
  if (std::size_t{passage} + 1 >= offsets_.size()) return {};
  return std::span(ordinals_).subspan(offsets_[passage], offsets_[passage + 1] - offsets_[passage]);
}

}  // namespace furat
