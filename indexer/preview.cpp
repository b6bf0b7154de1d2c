#include "furat/indexing.hpp"

#include <algorithm>

#include "analysis/dates/timex_values.hpp"
#include "analysis/rule_sentences.hpp"
#include "index/passage_record.hpp"
#include "indexer/actor_hierarchy.hpp"
#include "indexer/annotating_all.hpp"
#include "indexer/names_of_codes.hpp"

namespace furat {
namespace {

using indexer::AnnotatedArticle;
using indexer::AnnotatedPassage;

PassagePreview preview_of(const AnnotatedArticle& article, std::size_t i) {
  const auto& passage = article.passages[i];
  PassagePreview preview;
  preview.file = article.article.file;
  preview.article = article.article.id;
  preview.title = article.article.title;
  preview.heading = index::section_heading(passage.heading, article.article.title);
  preview.text = passage.body();
  const auto body_begin = static_cast<std::uint32_t>(passage.text.size() - preview.text.size());
  const auto span =
      passage.map.to_source(body_begin, static_cast<std::uint32_t>(passage.text.size()));
  preview.start = span.begin;
  preview.end = span.end;
  preview.number = static_cast<std::uint32_t>(i + 1);
  preview.page = passage.page;
  return preview;
}

/// What all three kinds of mention have in common.
MentionPreview mention_preview(const AnnotatedArticle& article, std::size_t i,
                               analysis::ByteSpan span, std::string_view rule) {
  const auto& passage = article.passages[i];
  MentionPreview preview;
  preview.file = article.article.file;
  preview.article = article.article.id;
  preview.passage = static_cast<std::uint32_t>(i + 1);
  const auto source = passage.map.to_source(span.begin, span.end);
  preview.start = source.begin;
  preview.end = source.end;
  preview.text = span.of(passage.text);
  preview.rule = rule;
  preview.reason = analysis::sentence_of_rule(rule);
  preview.line = passage.line;
  return preview;
}

/// Makes the previews of one article's mentions.
class MentionPreviewer {
 public:
  MentionPreviewer(const indexer::Annotator& annotator, const AnnotatedArticle& article,
                   MentionScope scope)
      : annotator_(annotator), article_(article), scope_(scope) {}

  [[nodiscard]] std::vector<MentionPreview> of_passage(std::size_t i) const {
    std::vector<MentionPreview> previews;
    const auto& annotated = article_.annotated[i];
    for (const auto& mention : annotated.places)
      if (is_in_scope(mention.role)) previews.push_back(place(i, mention));
    for (const auto& mention : annotated.actors) previews.push_back(actor(i, mention));
    for (const auto& mention : annotated.dates) previews.push_back(date(i, mention));
    std::stable_sort(previews.begin(), previews.end(),
                     [](const auto& a, const auto& b) { return a.start < b.start; });
    return previews;
  }

 private:
  [[nodiscard]] bool is_in_scope(analysis::PlaceRole role) const {
    return scope_ == MentionScope::all ||
           (role != analysis::PlaceRole::of && role != analysis::PlaceRole::in_name);
  }

  [[nodiscard]] MentionPreview place(std::size_t i, const analysis::PlaceMention& mention) const {
    const auto& gazetteer = annotator_.gazetteer();
    auto preview = mention_preview(article_, i, mention.span, mention.rule);
    preview.type = "place";
    preview.value = gazetteer.id(mention.place);
    preview.name = gazetteer.name(mention.place);
    preview.kind = gazetteer.kind(mention.place);
    preview.role = analysis::name_of(mention.role);
    preview.country = gazetteer.country(mention.place);
    if (const auto position = gazetteer.position(mention.place)) {
      preview.latitude = position->latitude;
      preview.longitude = position->longitude;
    }
    preview.geonameid = gazetteer.geonameid(mention.place);
    for (const auto above : gazetteer.ancestors(mention.place))
      preview.path.push_back(gazetteer.id(above));
    if (mention.unlisted) preview.name = preview.text;
    preview.candidates = candidates(mention);
    return preview;
  }

  [[nodiscard]] std::vector<MentionCandidate> candidates(
      const analysis::PlaceMention& mention) const {
    std::vector<MentionCandidate> result;
    if (mention.rejected.empty()) return result;
    const auto& gazetteer = annotator_.gazetteer();
    const auto add = [&](std::uint32_t row, double score, bool chosen) {
      auto name = std::string(gazetteer.name(row));
      for (const auto above : gazetteer.ancestors(row))
        name.append(", ").append(gazetteer.name(above));
      result.push_back({gazetteer.id(row), std::move(name), score, chosen});
    };
    add(mention.place, mention.score, true);
    for (const auto& [row, score] : mention.rejected) add(row, score, false);
    return result;
  }

  [[nodiscard]] MentionPreview actor(std::size_t i, const analysis::ActorMention& mention) const {
    const auto actors = annotator_.actors_of(article_);
    auto preview = mention_preview(article_, i, mention.span, mention.rule);
    preview.type = "actor";
    preview.value = actors.id(mention.actor);
    preview.name = actors.name(mention.actor);
    preview.kind = actors.kind(mention.actor);
    const auto years = indexer::years_of(article_.annotated[i], article_.article.published);
    for (const auto above : indexer::ancestors_in(actors, mention.actor, years))
      preview.path.emplace_back(actors.id(above));
    preview.candidates = candidates(mention);
    return preview;
  }

  [[nodiscard]] std::vector<MentionCandidate> candidates(
      const analysis::ActorMention& mention) const {
    std::vector<MentionCandidate> result;
    if (mention.rejected.empty()) return result;
    const auto actors = annotator_.actors().actors();
    const auto add = [&](std::uint32_t row, double score, bool chosen) {
      result.push_back({actors[row].id, actors[row].name, score, chosen});
    };
    add(mention.actor, mention.score, true);
    for (const auto& [row, score] : mention.rejected) add(row, score, false);
    return result;
  }

  [[nodiscard]] MentionPreview date(std::size_t i, const analysis::DateMention& mention) const {
    auto preview = mention_preview(article_, i, mention.span, mention.rule);
    preview.type = "date";
    preview.value = mention.value;
    preview.name = mention.value;
    preview.granularity = indexer::name_of(mention.granularity);
    preview.flags = analysis::names_of_flags(mention.flags);
    preview.anchor = mention.anchor;
    if (mention.first) preview.first = analysis::dates::iso_day(*mention.first);
    if (mention.last) preview.last = analysis::dates::iso_day(*mention.last);
    return preview;
  }

  const indexer::Annotator& annotator_;
  const AnnotatedArticle& article_;
  MentionScope scope_;
};

}  // namespace

void preview_passages(const ArchiveOptions& archive,
                      const std::function<void(const PassagePreview&)>& sink,
                      const std::function<void(const ArticleProblem&)>& problem) {
  indexer::for_each_annotated(
      archive,
      [&](const indexer::Annotator&, const AnnotatedArticle& article) {
        for (std::size_t i = 0; i < article.passages.size(); ++i) sink(preview_of(article, i));
      },
      problem);
}

void preview_mentions(const ArchiveOptions& archive,
                      const std::function<void(const MentionPreview&)>& sink,
                      const std::function<void(const ArticleProblem&)>& problem,
                      MentionScope scope) {
  indexer::for_each_annotated(
      archive,
      [&](const indexer::Annotator& annotator, const AnnotatedArticle& article) {
        const MentionPreviewer previewer(annotator, article, scope);
        for (std::size_t i = 0; i < article.passages.size(); ++i)
          for (const auto& preview : previewer.of_passage(i)) sink(preview);
      },
      problem);
}

}  // namespace furat
