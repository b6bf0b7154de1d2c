// Which forms of words the archive has: read from the terms of the index.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "searcher/query/wildcard_pattern.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The words that begin or fit as a star says, as terms of the index.
struct FittingWords {
  std::vector<std::string> terms;  ///< stems and exact forms, with their prefixes
  std::size_t left_out = 0;        ///< rarer ones beyond the most that are used
};

/// Terms of words that begin with `folded`: in the text, or with `in_title` the stems of titles.
[[nodiscard]] FittingWords words_beginning(const std::string& folded, bool in_title,
                                           const GenerationView& view);

/// Terms of words that may fit. A stem may stand for a form that does not: texts decide.
[[nodiscard]] FittingWords words_fitting(const WildcardPattern& pattern, const GenerationView& view,
                                         analysis::TermAnalyzer& analyzer);

/// The terms of the archive's forms with this stem, but for `form`, which is one of them. A passage
/// has the term of a form that is its own stem ("dam") only if it has others ("dams"). nullopt if
/// they cannot be listed: outside ASCII, stems may begin otherwise than their forms.
[[nodiscard]] std::optional<std::vector<std::string>> other_forms(const std::string& form,
                                                                  const std::string& stem,
                                                                  const GenerationView& view,
                                                                  analysis::TermAnalyzer& analyzer);

}  // namespace furat
