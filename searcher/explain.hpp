// Why a passage is said to name what it names: one passage by its key, each mention with its
// reason and the candidates that lost.
#pragma once

#include <string>

#include "analysis/text/term_analyzer.hpp"
#include "furat/search_results.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// The passage with this key ("article#2") as a hit without rank, score and marks. Throws
/// RequestError ("passage"), with the passages of the article as suggestions if there is one.
[[nodiscard]] Hit explained_passage(const std::string& key, const GenerationView& view,
                                    analysis::TermAnalyzer& analyzer);

}  // namespace furat
