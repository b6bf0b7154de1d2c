// Words, phrases and stars of a query as Xapian queries, and as patterns for the texts.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "searcher/patterns/text_pattern.hpp"
#include "searcher/patterns/verified_passages.hpp"
#include "searcher/query/archive_words.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

using Stems = std::vector<std::string>;

/// `parts` joined by `op`; one part is itself.
[[nodiscard]] Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query>& parts);

/// Finds nothing. Xapian's own such query is empty, which here means that nothing was asked for.
[[nodiscard]] Xapian::Query no_passage();

[[nodiscard]] Xapian::Query side_by_side(const Stems& stems);
/// All of them somewhere in title or heading.
[[nodiscard]] Xapian::Query in_title_only(const Stems& stems);
/// The same where the text is looked at too: it counts less.
[[nodiscard]] Xapian::Query in_title(const Stems& stems);
/// Each of them, in the text or in the title.
[[nodiscard]] Xapian::Query as_words(const Stems& stems);

/// Words that begin so, and words that fit.
[[nodiscard]] TextPattern pattern_of_beginning(const std::string& text);
[[nodiscard]] TextPattern pattern_of_fitting(const WildcardPattern& wildcard);

/// Refers to what it is made of.
class WordQueries {
 public:
  WordQueries(const GenerationView& view, analysis::TermAnalyzer& analyzer,
              const PassageVerifier& verifier)
      : view_(view), analyzer_(analyzer), verifier_(verifier) {}

  [[nodiscard]] Stems stems_of(const std::string& text) const;

  /// "ez-Zor": the parts side by side, or the one word "ezzor"; "Ezzor": the word, or "ez-Zor".
  [[nodiscard]] Xapian::Query written_anyhow(const std::string& text) const;
  [[nodiscard]] TextPattern pattern_of_word(const std::string& text) const;

  /// The quoted words side by side in their very forms.
  [[nodiscard]] Xapian::Query exact(const std::string& text) const;
  [[nodiscard]] TextPattern pattern_of_exact(const std::string& text) const;

  /// The words side by side in a title or a heading.
  [[nodiscard]] Xapian::Query title_phrase(const std::string& text) const;

  /// A word with a star or question mark in it, in the text.
  [[nodiscard]] Xapian::Query fitting(const WildcardPattern& pattern,
                                      const FittingWords& words) const;

 private:
  /// Terms of all other forms of these words; nullopt where terms cannot tell.
  [[nodiscard]] std::optional<Stems> forms_besides(const TextPattern& exact) const;
  [[nodiscard]] bool has_joined(const std::string& word) const;

  const GenerationView& view_;
  analysis::TermAnalyzer& analyzer_;
  const PassageVerifier& verifier_;
};

}  // namespace furat
