#include "analysis/actors/actor_recognizer.hpp"

#include <algorithm>

#include "analysis/actors/article_names.hpp"
#include "analysis/actors/known_places.hpp"
#include "analysis/actors/lexicon_names.hpp"
#include "analysis/actors/nations.hpp"
#include "analysis/actors/phrase_finder.hpp"
#include "analysis/actors/short_names.hpp"
#include "analysis/lexicon/name_span.hpp"

namespace furat::analysis {
namespace {

ByteSpan span_of(const TokenizedText& text, TokenRange range) {
  return name_span(text, range.first, range.past_end - range.first);
}

/// The passages of an article with what is found in them.
struct Passages {
  std::vector<std::vector<KnownActor>> known;
  std::vector<std::vector<NationName>> nations;
  std::vector<PhraseContext> contexts;
  std::vector<std::vector<ActorPhrase>> phrases;
};

/// Phrases and recalled names of one passage as mentions.
class MentionMaker {
 public:
  MentionMaker(const PhraseContext& context, std::span<const ActorPhrase> phrases,
               std::size_t passage, const ArticleNames& names, ShortNameMemory& short_names)
      : context_(context),
        phrases_(phrases),
        passage_(passage),
        names_(names),
        short_names_(short_names) {}

  std::vector<ActorMention> make() {
    for (std::size_t n = 0; n < phrases_.size(); ++n) {
      const auto& phrase = phrases_[n];
      const auto& settled = names_.actor_of(passage_, n);
      if (!settled) continue;
      recall_until(phrase.extent.first);
      token_ = phrase.extent.past_end;
      mentions_.push_back(mention_of(phrase, *settled));
      short_names_.introduce(context_.text, phrase.name.first, phrase.name.past_end,
                             settled->actor);
    }
    recall_until(context_.text.size());
    return std::move(mentions_);
  }

 private:
  [[nodiscard]] ActorMention mention_of(const ActorPhrase& phrase,
                                        const ArticleNames::Settled& settled) const {
    ActorMention mention{span_of(context_.text, phrase.extent),
                         settled.actor,
                         settled.rule,
                         span_of(context_.text, phrase.name),
                         0,
                         {}};
    const auto first = phrase.name.first;
    const bool acronym = phrase.known != nullptr && phrase.name.past_end == first + 1 &&
                         context_.text[first].all_upper;
    const auto defined = acronym ? names_.defined(context_.text.folded(first)) : std::nullopt;
    if (defined && *defined != settled.actor) {  // the article says that it means another
      mention.actor = *defined;
      mention.rule = "actor.acronym";
      return mention;
    }
    if (phrase.known != nullptr && !phrase.known->rejected.empty()) {
      mention.score = phrase.known->score;
      mention.rejected = phrase.known->rejected;
    }
    return mention;
  }

  void recall_until(std::size_t end) {
    while (token_ < end) {
      const auto name = names_.recall(context_, token_);
      if (name && name->tokens.past_end <= end) {
        const auto span = span_of(context_.text, name->tokens);
        mentions_.push_back({span, name->actor, name->rule, span, 0, {}});
        token_ = name->tokens.past_end;
      } else {
        if (!short_names_.empty()) short_names_.recall(context_.text, token_, mentions_);
        ++token_;
      }
    }
  }

  const PhraseContext& context_;
  std::span<const ActorPhrase> phrases_;
  std::size_t passage_;
  const ArticleNames& names_;
  ShortNameMemory& short_names_;
  std::size_t token_ = 0;
  std::vector<ActorMention> mentions_;
};

}  // namespace

struct ActorRecognizer::Impl {
  Impl(const ActorLexicon& lexicon, const Gazetteer& gazetteer)
      : actors(lexicon),
        names(lexicon, gazetteer.lexicon()),
        nations(gazetteer.lexicon()),
        places(gazetteer),
        communities(communities_of(lexicon)),
        spellings(lexicon) {}

  [[nodiscard]] Passages passages_of(const ArticleContext& article) const {
    Passages passages;
    const auto count = article.passages.size();
    passages.nations.reserve(count);
    for (const auto& text : article.passages) passages.nations.push_back(nations.names_in(text));
    passages.known = names.known_in(article, passages.nations);
    passages.contexts.reserve(count);
    passages.phrases.reserve(count);
    for (std::size_t p = 0; p < count; ++p) {
      const auto& text = article.passages[p];
      passages.contexts.emplace_back(text, passages.known[p], passages.nations[p]);
      passages.phrases.push_back(actor_phrases(passages.contexts[p], places));
    }
    return passages;
  }

  const ActorLexicon& actors;
  LexiconNames names;
  Nations nations;
  KnownPlaces places;
  Communities communities;
  ActorSpellings spellings;
};

ActorRecognizer::ActorRecognizer(const ActorLexicon& actors, const Gazetteer& gazetteer)
    : impl_(std::make_unique<Impl>(actors, gazetteer)) {}
ActorRecognizer::~ActorRecognizer() = default;

RecognizedActors ActorRecognizer::recognize(const ArticleContext& article) const {
  const auto passages = impl_->passages_of(article);
  FoundActors found(impl_->actors, impl_->nations, impl_->communities);
  ArticleNames names(impl_->actors, impl_->spellings, found);
  for (std::size_t p = 0; p < passages.contexts.size(); ++p)
    names.introduce(passages.contexts[p], passages.phrases[p]);
  names.settle();
  for (std::size_t p = 0; p < passages.contexts.size(); ++p)
    names.define(passages.contexts[p], p, passages.phrases[p],
                 acronym_definitions(article.passages[p]));
  RecognizedActors result;
  ShortNameMemory short_names;
  result.passages.reserve(passages.contexts.size());
  for (std::size_t p = 0; p < passages.contexts.size(); ++p)
    result.passages.push_back(
        MentionMaker(passages.contexts[p], passages.phrases[p], p, names, short_names).make());
  result.found = std::move(found).take();
  return result;
}

}  // namespace furat::analysis
