// A passage among its neighbours, for Searcher::show().
#pragma once

#include "analysis/text/term_analyzer.hpp"
#include "furat/shown_passage.hpp"
#include "searcher/query/query_plan.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// `plan` says what is marked. Throws RequestError ("passage"), Xapian::Error, IndexError.
[[nodiscard]] ShownPassage show_passage(const ShowRequest& request, const QueryPlan& plan,
                                        const GenerationView& view,
                                        analysis::TermAnalyzer& analyzer);

}  // namespace furat
