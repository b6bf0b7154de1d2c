#include "indexer/annotator.hpp"

#include <array>
#include <set>

#include "indexer/duplicates/fingerprint.hpp"
#include "indexer/seats_of_government.hpp"

namespace furat::indexer {
namespace {

std::vector<std::vector<analysis::ByteSpan>> spans_of(
    const std::vector<std::vector<analysis::ActorMention>>& actors) {
  std::vector<std::vector<analysis::ByteSpan>> spans(actors.size());
  for (std::size_t i = 0; i < actors.size(); ++i)
    for (const auto& mention : actors[i]) spans[i].push_back(mention.name);
  return spans;
}

struct Fingerprints {
  std::string article;
  std::vector<std::string> passages;
};

Fingerprints fingerprints_of(const std::vector<analysis::TokenizedText>& texts,
                             const std::string& source) {
  Fingerprints result;
  ArticleFingerprinter fingerprinter;
  bool any = false;
  for (const auto& text : texts) {
    result.passages.push_back(text.size() == 0 ? std::string() : fingerprinter.add(text));
    any = any || text.size() != 0;
  }
  if (any) result.article = fingerprinter.article(source);
  return result;
}

analysis::NameTrie names_of(const analysis::Lexicon& lexicon) {
  return analysis::NameTrie::view(lexicon.place_names).value_or(analysis::NameTrie());
}

RecognitionData&& checked(RecognitionData&& data) {
  const auto faults = data.built_in ? std::vector<std::string>() : faults_of(data.lexicon);
  if (!faults.empty()) throw analysis::LexiconError(faults.front());
  return std::move(data);
}

}  // namespace

Annotator::Annotator(RecognitionData data)
    : data_(checked(std::move(data))),
      version_(data_.version()),
      gazetteer_(data_.lexicon.places, data_.world, names_of(data_.lexicon)),
      actors_(data_.lexicon.actors),
      actor_recognizer_(actors_, gazetteer_),
      place_recognizer_(gazetteer_) {}

AnnotatedArticle Annotator::annotate(PreparedArticle&& prepared) const {
  AnnotatedArticle result;
  result.article = std::move(prepared.article);
  result.passages = std::move(prepared.passages);
  result.input_digest = prepared.input_digest;

  std::vector<analysis::TokenizedText> texts;
  texts.reserve(result.passages.size());
  for (const auto& passage : result.passages) texts.push_back(analysis::tokenize(passage.text));
  const analysis::ArticleContext context{texts, result.article.published};
  auto recognized = actor_recognizer_.recognize(context);
  auto& actors = recognized.passages;
  auto places = place_recognizer_.recognize(context, spans_of(actors));
  for (std::size_t i = 0; i < texts.size(); ++i)
    add_governments(texts[i], places[i], gazetteer_, actors_, recognized.found, actors[i]);
  result.found = std::move(recognized.found);
  auto dates = analysis::recognize_dates(context);

  auto fingerprints = fingerprints_of(texts, result.article.source);
  result.fingerprint = std::move(fingerprints.article);
  result.named_in_title = names_in(result.article.title);
  result.annotated.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    result.annotated.push_back({&result.passages[i], std::move(texts[i]), std::move(places[i]),
                                std::move(actors[i]), std::move(dates[i]),
                                std::move(fingerprints.passages[i]),
                                static_cast<std::uint32_t>(actors_.actors().size())});
  return result;
}

/// Of the words by which the title is found: who is named behind them would not be found again when
/// the lexicon changes.
std::vector<std::string> Annotator::names_in(std::string_view title) const {
  std::array texts{analysis::tokenize(title)};
  if (texts.front().size() > kMaxTitleTokens)
    texts.front() = analysis::tokenize(title.substr(0, texts.front()[kMaxTitleTokens].span.begin));
  const analysis::ArticleContext context{texts, {}};
  auto actors = actor_recognizer_.recognize(context);
  const auto places = place_recognizer_.recognize(context, spans_of(actors.passages));
  add_governments(texts.front(), places.front(), gazetteer_, actors_, actors.found,
                  actors.passages.front());
  const ArticleActors named(actors_, actors.found);
  std::set<std::string> ids;
  for (const auto& mention : actors.passages.front()) ids.emplace(named.id(mention.actor));
  for (const auto& mention : places.front()) ids.insert(gazetteer_.id(mention.place));
  return {ids.begin(), ids.end()};
}

}  // namespace furat::indexer
