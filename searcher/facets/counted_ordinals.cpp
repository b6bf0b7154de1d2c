#include "searcher/facets/counted_ordinals.hpp"

#include "index/place_roles.hpp"
#include "index/varint.hpp"

namespace furat {

CountedOrdinals::CountedOrdinals(index::Dimension dimension, const PlaceRoles& roles,
                                 const index::FacetColumns& columns)
    : dimension_(dimension),
      roles_(roles),
      in_roles_(dimension == index::Dimension::place && !roles.only_at()),
      columns_(columns) {}

std::span<const std::uint32_t> CountedOrdinals::of(Xapian::docid passage) {
  const auto values = columns_.values(dimension_, passage);
  if (!in_roles_) return values;
  united_.clear();
  if (roles_.has(analysis::PlaceRole::at)) united_.assign(values.begin(), values.end());
  for (const auto code : columns_.place_roles(passage))
    if (roles_.has(static_cast<analysis::PlaceRole>(index::role_in(code))))
      united_.push_back(index::ordinal_in(code));
  index::make_set(united_);
  return united_;
}

}  // namespace furat
