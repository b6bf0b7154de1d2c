// Any bytes as a plain text, through all that a build does with an article: split, recognize,
// make documents, store and read back.
#include <numeric>

#include "analysis/places/gazetteer.hpp"
#include "index/passage_dates.hpp"
#include "indexer/annotator.hpp"
#include "indexer/line_index.hpp"
#include "indexer/passage_document.hpp"
#include "indexer/prepared_article.hpp"
#include "indexer/readers/plain_text.hpp"
#include "indexer/recognition_data.hpp"
#include "indexer/unknown_names.hpp"
#include "indexer/value_numbers.hpp"
#include "tests/fuzz/invariants.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;
using namespace furat::indexer;

const Annotator& annotator() {
  static const Annotator annotator(recognition_data());
  return annotator;
}

template <class Mentions>
void check_spans(const Mentions& mentions, std::string_view text) {
  std::vector<analysis::ByteSpan> spans;
  for (const auto& mention : mentions) {
    require(!mention.rule.empty(), "a mention names its rule");
    spans.push_back(mention.span);
  }
  require_ascending<analysis::ByteSpan>(spans, text);
}

void check_annotated(const AnnotatedArticle& article, const AnnotatedPassage& passage) {
  const auto& text = passage.passage->text;
  check_spans(passage.places, text);
  check_spans(passage.actors, text);
  check_spans(passage.dates, text);
  for (const auto& mention : passage.places)
    require(mention.place < annotator().gazetteer().size(), "a place has a row");
  const auto known = annotator().actors().actors().size();
  for (const auto& mention : passage.actors) {
    require(mention.actor < known + article.found.size(), "an actor has a number");
    require(mention.span.contains(mention.name) && !mention.name.empty(),
            "a mention holds its name");
  }
}

/// The document can be made, and its record read back.
void check_document(const AnnotatedArticle& article, std::size_t i) {
  static const ValueNumbers numbers(annotator());
  PassageDocumentBuilder builder(annotator(), numbers);
  const auto record = index::decode_passage_record(builder.build(article, i, 1).get_data());
  require(record && record->text == article.passages[i].text, "a record can be read back");
  for (const auto& name : unknown_names(article.annotated[i])) require_clean(name, "\n\t");
}

void check_article(Article&& article, std::string_view bytes) {
  require_article(article, bytes.size());
  IncomingArticle incoming;
  incoming.lines = std::make_shared<const LineIndex>(bytes);
  incoming.article = std::move(article);
  auto annotated = annotator().annotate(prepare(std::move(incoming)));
  for (const auto& passage : annotated.annotated) check_annotated(annotated, passage);
  // As FoundNumbers does, of which a run has one.
  annotated.found_numbers.resize(annotated.found.size());
  std::iota(annotated.found_numbers.begin(), annotated.found_numbers.end(), 0);
  for (std::size_t i = 0; i < annotated.passages.size(); ++i) check_document(annotated, i);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto bytes = input.rest();
  read_plain_text(
      "fuzz.txt", bytes,
      {[&](Article&& article) { check_article(std::move(article), bytes); }, [](ReadProblem&&) {}});
  return 0;
}
