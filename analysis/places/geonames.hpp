// Rows of a GeoNames dump (allCountries.txt, SY.txt, cities500.txt: tab separated, 19 columns).
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/places/gazetteer_image.hpp"

namespace furat::analysis {

/// What one line of a dump says. nullopt with an empty `fault` for kinds of places nobody reports
/// from (springs, streets, hotels ...), with a sentence for a line that is none of a dump.
[[nodiscard]] std::optional<GazetteerRow> geonames_row(std::string_view line, std::string& fault);

/// Adds all rows of a dump; lines that begin with '#' and empty ones are skipped. `report` gets the
/// number of a line, from 1, and what is wrong with it; that line is left out. Returns how many
/// lines were those of a dump, whether they gave a row or not.
std::size_t read_geonames(std::istream& dump, std::vector<GazetteerRow>& rows,
                          const std::function<void(std::size_t, const std::string&)>& report);

}  // namespace furat::analysis
