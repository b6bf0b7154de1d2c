// Chooses the sentences of a passage that show best why it matched, and marks what matched.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analysis/text/byte_span.hpp"
#include "analysis/text/term_analyzer.hpp"
#include "furat/search_results.hpp"
#include "searcher/patterns/text_pattern.hpp"
#include "searcher/patterns/text_words.hpp"

namespace furat {

/// What to mark. Words and phrases are stems (TermAnalyzer::stem of the folded token).
struct HighlightSpec {
  std::unordered_set<std::string> words;
  std::vector<std::vector<std::string>>
      phrases;                        ///< consecutive stems, marked as a whole and only together
  std::vector<TextPattern> patterns;  ///< exact forms, stars, and words that are near to others
};

/// Spans of `text` that match: words, phrases and patterns of the spec, and `extra`
/// (mentions of the entities asked for). Ascending, not overlapping, adjacent ones (one space or
/// hyphen between) not joined unless they come from one phrase.
[[nodiscard]] std::vector<analysis::ByteSpan> matching_spans(const TextWords& text,
                                                             const HighlightSpec& spec,
                                                             std::vector<analysis::ByteSpan> extra);
[[nodiscard]] std::vector<analysis::ByteSpan> matching_spans(std::string_view text,
                                                             const HighlightSpec& spec,
                                                             std::vector<analysis::ByteSpan> extra,
                                                             analysis::TermAnalyzer& analyzer);

/// How much a snippet may show.
struct SnippetOptions {
  std::size_t max_chars = 300;  ///< code points of all its fragments together, about
  std::size_t max_fragments = 1;
};

/// The run of consecutive whole sentences of `text` that holds most distinct matches, then most
/// matches, then the earliest; if others are left out, several shorter runs that show more of them.
/// A single longer sentence is cut at word boundaries around its matches. Without any match: the
/// beginning. Line ends inside become spaces (offsets of marks agree with the text of the snippet);
/// spans of fragments are of `text`, their bytes are left to the caller.
[[nodiscard]] Snippet make_snippet(std::string_view text,
                                   const std::vector<analysis::ByteSpan>& marks,
                                   const SnippetOptions& options);

}  // namespace furat
