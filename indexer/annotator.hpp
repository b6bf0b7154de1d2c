// Everything that is recognized in an article's passages: the step between reading and writing.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "analysis/actors/actor_recognizer.hpp"
#include "analysis/dates/date_recognizer.hpp"
#include "analysis/lexicon/lexicon.hpp"
#include "analysis/places/place_recognizer.hpp"
#include "analysis/text/tokenizer.hpp"
#include "indexer/article_actors.hpp"
#include "indexer/prepared_article.hpp"
#include "indexer/recognition_data.hpp"

namespace furat::indexer {

/// Title and heading words beyond these say nothing new.
inline constexpr std::size_t kMaxTitleTokens = 60;

/// A passage and what it names. The tokens refer to the passage's text: the passage must not move.
struct AnnotatedPassage {
  const Passage* passage = nullptr;
  analysis::TokenizedText tokens;
  std::vector<analysis::PlaceMention> places;
  std::vector<analysis::ActorMention> actors;
  std::vector<analysis::DateMention> dates;
  std::string fingerprint;        ///< index::kPassageFingerprint; empty for a text without words
  std::uint32_t first_found = 0;  ///< actors with this number and higher are in no lexicon
};

struct AnnotatedArticle {
  Article article;
  std::vector<Passage> passages;
  std::uint64_t input_digest = 0;
  std::vector<AnnotatedPassage> annotated;     ///< one for one with `passages`
  std::vector<analysis::FoundActor> found;     ///< actors that the lexicon has not
  std::vector<std::uint32_t> found_numbers;    ///< one for each of these, see found_numbers.hpp
  std::optional<std::uint32_t> source_number;  ///< likewise; none without a source
  std::string fingerprint;                     ///< index::kArticleFingerprint; empty without words
  std::vector<std::string> named_in_title;     ///< ids of places and actors, ascending, each once
};

/// Recognizers over one lexicon. Immutable: share one among threads.
class Annotator {
 public:
  /// Throws analysis::LexiconError if the lexicon is unsound.
  explicit Annotator(RecognitionData data);

  [[nodiscard]] AnnotatedArticle annotate(PreparedArticle&& prepared) const;

  [[nodiscard]] const analysis::Gazetteer& gazetteer() const { return gazetteer_; }
  [[nodiscard]] const analysis::ActorLexicon& actors() const { return actors_; }
  [[nodiscard]] ArticleActors actors_of(const AnnotatedArticle& article) const {
    return {actors_, article.found};
  }
  [[nodiscard]] const std::string& lexicon_version() const { return version_; }
  [[nodiscard]] const RecognitionData& data() const { return data_; }

 private:
  [[nodiscard]] std::vector<std::string> names_in(std::string_view title) const;
  RecognitionData data_;
  std::string version_;
  analysis::Gazetteer gazetteer_;
  analysis::ActorLexicon actors_;
  analysis::ActorRecognizer actor_recognizer_;
  analysis::PlaceRecognizer place_recognizer_;
};

}  // namespace furat::indexer
