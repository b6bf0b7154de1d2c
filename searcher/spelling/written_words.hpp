// Which index terms are words that stand in passages, and which are only stems of such words?
#pragma once

#include <string>

#include "analysis/text/term_analyzer.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// Whether some passage has the stem as a word: "citi" is none, "siege" is. A passage that has
/// another form beside the word does not tell. Throws Xapian::Error.
[[nodiscard]] bool is_written(const std::string& stem, const GenerationView& view,
                              analysis::TermAnalyzer& analyzer);

}  // namespace furat
