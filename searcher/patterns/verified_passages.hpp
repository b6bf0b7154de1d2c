// Conditions on where words stand, as part of a Xapian query: exact in hits, totals and counts.
#pragma once

#include <xapian.h>

#include <memory>

#include "analysis/text/term_analyzer.hpp"
#include "searcher/patterns/text_pattern.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// Makes queries whose candidates are read and checked word by word. What was found stays with the
/// generation (pattern_answers.hpp), so that a pattern that is asked for again, for counts or the
/// next page, reads nothing twice. Queries refer to the view and the analyzer given.
class PassageVerifier {
 public:
  PassageVerifier(const GenerationView& view, analysis::TermAnalyzer& analyzer)
      : view_(view), analyzer_(analyzer) {}

  /// Which text must have the pattern.
  enum class In { body, title_or_heading };

  /// The passages of `candidates` that have `pattern`, with the same scores.
  [[nodiscard]] Xapian::Query verified(const Xapian::Query& candidates, TextPattern pattern,
                                       In where = In::body) const;

 private:
  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
};

}  // namespace furat
