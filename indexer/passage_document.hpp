// An annotated passage to a Xapian document: terms, positions, slots, record. What
// docs/index-format.md describes is made here.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/text/term_analyzer.hpp"
#include "index/actor_parents.hpp"
#include "index/passage_record.hpp"
#include "indexer/annotator.hpp"
#include "indexer/value_numbers.hpp"

namespace furat::indexer {

/// Builds the documents of one thread.
class PassageDocumentBuilder {
 public:
  PassageDocumentBuilder(const Annotator& annotator, const ValueNumbers& numbers)
      : annotator_(annotator), numbers_(numbers) {}

  /// The document of passage `i` (from 0) of the article, which has `number` in the article table.
  [[nodiscard]] Xapian::Document build(const AnnotatedArticle& article, std::size_t i,
                                       std::uint32_t number);

 private:
  void add_text(Xapian::Document& document, const AnnotatedPassage& passage);
  void add_title(Xapian::Document& document, const std::string& title, const std::string& heading);
  void add_places(Xapian::Document& document, const AnnotatedPassage& passage);
  void add_candidates(Xapian::Document& document, const analysis::PlaceMention& mention);
  void add_place_roles(Xapian::Document& document, const AnnotatedPassage& passage);
  void add_actors(Xapian::Document& document, const AnnotatedArticle& article, std::size_t i,
                  const std::vector<index::YearRange>& years);
  void add_dates(Xapian::Document& document, const index::PassageRecord& record,
                 const std::vector<index::PassageDate>& dates);
  void add_article(Xapian::Document& document, const AnnotatedArticle& annotated,
                   std::uint32_t number);

  const Annotator& annotator_;
  ValueNumbers numbers_;
  analysis::TermAnalyzer analyzer_;
};

/// Durations and "now" have no place in the calendar: they are annotated, not indexed.
[[nodiscard]] bool is_calendar_date(const analysis::DateMention& mention);

/// A date as the record of its passage has it.
[[nodiscard]] index::MentionRecord record_of(const analysis::DateMention& mention);

/// The record of a passage, as the document's data holds it.
[[nodiscard]] index::PassageRecord passage_record(const AnnotatedArticle& article, std::size_t i,
                                                  std::uint32_t article_number,
                                                  const ValueNumbers& numbers);

}  // namespace furat::indexer
