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

namespace furat::indexer {

/// Numbers of facet values. Places and actors are numbered by their rows, so that threads need not
/// agree on anything: those of the lexicon first, whose numbers are short, then the world's places.
/// Behind them sources, in the order the archive names them, take turns with the actors that are
/// found in it (found_numbers.hpp).
class ValueNumbers {
 public:
  explicit ValueNumbers(const Annotator& annotator)
      : actors_begin_(annotator.gazetteer().lexicon_size()),
        actors_(annotator.actors().actors().size()),
        sources_begin_(annotator.gazetteer().size() + actors_) {}
  [[nodiscard]] std::uint32_t place(std::uint32_t row) const {
    return row < actors_begin_ ? row : row + static_cast<std::uint32_t>(actors_);
  }
  [[nodiscard]] std::uint32_t actor(std::uint32_t row) const {
    return static_cast<std::uint32_t>(actors_begin_) + row;
  }
  [[nodiscard]] std::uint32_t source(std::uint32_t number) const {
    return static_cast<std::uint32_t>(sources_begin_) + 2 * number;
  }
  [[nodiscard]] std::uint32_t source_number(std::uint32_t ordinal) const {
    return (ordinal - source(0)) / 2;
  }
  [[nodiscard]] std::uint32_t found(std::uint32_t number) const { return source(number) + 1; }
  /// nullopt if the ordinal is another value's.
  [[nodiscard]] std::optional<std::uint32_t> found_number(std::uint32_t ordinal) const {
    if (ordinal < found(0) || (ordinal - found(0)) % 2 != 0) return std::nullopt;
    return (ordinal - found(0)) / 2;
  }
  /// The lexicon's row of an actor; nullopt if the ordinal is another value's.
  [[nodiscard]] std::optional<std::uint32_t> actor_row(std::uint32_t ordinal) const {
    if (ordinal < actors_begin_ || ordinal >= actors_begin_ + actors_) return std::nullopt;
    return ordinal - static_cast<std::uint32_t>(actors_begin_);
  }
  /// Of an actor as the mentions of an article have it.
  [[nodiscard]] std::uint32_t actor(const AnnotatedArticle& article, std::uint32_t actor) const {
    const auto rows = static_cast<std::uint32_t>(actors_);
    return actor < rows ? this->actor(actor) : found(article.found_numbers[actor - rows]);
  }

 private:
  std::size_t actors_begin_, actors_, sources_begin_;
};

/// Where an article stands in the archive: what its passages' documents need to know besides the
/// text.
struct ArticlePlace {
  std::uint32_t number = 0;             ///< in the article table
  std::optional<std::uint32_t> source;  ///< number of its source
};

/// Builds the documents of one thread.
class PassageDocumentBuilder {
 public:
  PassageDocumentBuilder(const Annotator& annotator, const ValueNumbers& numbers)
      : annotator_(annotator), numbers_(numbers) {}

  /// The document of passage `i` (from 0) of the article.
  [[nodiscard]] Xapian::Document build(const AnnotatedArticle& article, std::size_t i,
                                       const ArticlePlace& place);

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
  void add_article(Xapian::Document& document, const Article& article, const ArticlePlace& place);

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
