// Names of the months in the languages that articles come in, with their usual abbreviations.
#pragma once

#include <string_view>

namespace furat::indexer {

/// 1 to 12 for a folded word (analysis::append_folded) that names a month; 0 for any other. A short
/// form that is also a common word ("mar", "may") counts: the words around it must tell.
[[nodiscard]] int month_named(std::string_view folded);

/// The same for the names of two words: "كانون الثاني", "تشرين الأول".
[[nodiscard]] int month_named(std::string_view first, std::string_view second);

}  // namespace furat::indexer
