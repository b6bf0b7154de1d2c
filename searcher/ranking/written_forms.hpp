// Stems back to words: how passages write them.
#pragma once

#include <string>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "searcher/ranking/ranked_passage.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// For each stem the word that the first of `passages` (the first few are read) to have it writes,
/// folded; the stem itself if none has it. Throws Xapian::Error and IndexError.
[[nodiscard]] std::vector<std::string> written_forms(const std::vector<std::string>& stems,
                                                     const std::vector<RankedPassage>& passages,
                                                     const GenerationView& view,
                                                     analysis::TermAnalyzer& analyzer);

}  // namespace furat
