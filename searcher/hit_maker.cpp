#include "searcher/hit_maker.hpp"

#include <algorithm>

#include "analysis/dates/date_mention.hpp"
#include "analysis/places/place_mention.hpp"
#include "index/date_nodes.hpp"
#include "index/sha256.hpp"

namespace furat {
namespace {

using index::MentionKind;
using index::MentionRecord;

std::string iso_day(std::int32_t days) { return index::name({index::DateLevel::day, days}); }

ArticleInfo article_info(const index::ArticleRecord& record) {
  ArticleInfo info{record.id,     record.file, record.title, record.source,
                   record.author, record.url,  {},           record.published_method};
  if (record.published) info.published = iso_day(*record.published);
  return info;
}

std::vector<TextSpan> as_text_spans(const std::vector<analysis::ByteSpan>& spans) {
  std::vector<TextSpan> result;
  for (const auto& span : spans) result.push_back({span.begin, span.end});
  return result;
}

/// "2017-09-30TNI" as "2017-09-30": what a reader of hits is shown.
std::string without_time_of_day(const std::string& timex) {
  const auto time = timex.find('T');
  const bool dated =
      time != std::string::npos && time > 0 && timex[time - 1] >= '0' && timex[time - 1] <= '9';
  return dated ? timex.substr(0, time) : timex;
}

/// The spans of a text that lie behind its first `begin` bytes, counted from there.
std::vector<analysis::ByteSpan> spans_after(const std::vector<analysis::ByteSpan>& spans,
                                            std::uint32_t begin) {
  std::vector<analysis::ByteSpan> result;
  for (const auto& span : spans)
    if (span.begin >= begin) result.push_back({span.begin - begin, span.end - begin});
  return result;
}

}  // namespace

HitMaker::HitMaker(const QueryPlan& plan, const SearchRequest& request, const GenerationView& view,
                   analysis::TermAnalyzer& analyzer)
    : plan_(plan),
      request_(request),
      view_(view),
      analyzer_(analyzer),
      entities_({plan.entities.begin(), plan.entities.end()}, view) {}

void HitMaker::add_copies(const std::vector<Xapian::docid>& copies, Hit& hit) const {
  constexpr std::size_t kShown = 5;
  hit.copies = copies.size();
  for (std::size_t i = 0; i < std::min(copies.size(), kShown); ++i) {
    const auto record = view_.passage(copies[i]);
    const auto article = article_info(view_.article(record.article));
    hit.first_copies.push_back(
        {article.id + "#" + std::to_string(record.number), article.source, article.published});
  }
}

Hit HitMaker::make(Xapian::docid passage) const {
  auto record = view_.passage(passage);
  Hit hit;
  hit.article = article_info(view_.article(record.article));
  hit.passage = hit.article.id + "#" + std::to_string(record.number);
  hit.heading = index::section_heading(record.heading, hit.article.title);
  hit.heading_size = record.heading_size;
  hit.file_digest = index::shown_sha256(view_.file_digest(record.article));
  hit.line = record.line;
  hit.page = record.page;
  const std::uint32_t body_begin = record.heading_size == 0 ? 0 : record.heading_size + 1;
  const auto bytes = file_range(record, body_begin, static_cast<std::uint32_t>(record.text.size()));
  hit.bytes = {bytes.begin, bytes.end};
  hit.mentions = mentions_of(record);
  if (request_.snippet_chars != 0) mark(record, body_begin, hit);
  hit.text = std::move(record.text);
  return hit;
}

void HitMaker::mark(const index::PassageRecord& record, std::uint32_t body_begin, Hit& hit) const {
  const TextWords words(record, analyzer_);
  auto marks = matching_spans(words, plan_.highlight, entity_spans(record));
  if (marks.empty()) marks = matching_spans(words, plan_.related, {});
  hit.marks = as_text_spans(marks);
  hit.snippet =
      make_snippet(std::string_view(record.text).substr(body_begin), spans_after(marks, body_begin),
                   {request_.snippet_chars, request_.snippet_fragments});
  for (auto& fragment : hit.snippet.fragments) {
    fragment.span = {fragment.span.begin + body_begin, fragment.span.end + body_begin};
    const auto bytes = file_range(record, fragment.span.begin, fragment.span.end);
    fragment.bytes = {bytes.begin, bytes.end};
  }
  const auto marks_of = [this](const std::string& text) {
    return as_text_spans(
        matching_spans(text, plan_.highlight, entities_.spans_in(text), analyzer_));
  };
  hit.title_marks = marks_of(hit.article.title);
  hit.heading_marks = marks_of(hit.heading);
}

std::vector<analysis::ByteSpan> HitMaker::entity_spans(const index::PassageRecord& record) const {
  std::vector<analysis::ByteSpan> spans;
  for (const auto& mention : record.mentions)
    if (mention.kind != MentionKind::date && entities_.has(mention.value))
      spans.push_back({mention.name_begin(), mention.name_end()});
  return spans;
}

std::vector<MentionInfo> HitMaker::mentions_of(const index::PassageRecord& record) const {
  std::vector<MentionInfo> mentions;
  for (const auto& mention : record.mentions) {
    MentionInfo info;
    info.text = record.text.substr(mention.begin, mention.end - mention.begin);
    info.span = {mention.begin, mention.end};
    const auto bytes = file_range(record, mention.begin, mention.end);
    info.bytes = {bytes.begin, bytes.end};
    info.rule = mention.rule;
    if (mention.kind == MentionKind::date) {
      info.dimension = "date";
      info.id = mention.timex;
      info.name = without_time_of_day(mention.timex);
      info.flags = analysis::names_of_flags(mention.flags);
      if (mention.first_day) info.first = iso_day(*mention.first_day);
      if (mention.last_day) info.last = iso_day(*mention.last_day);
    } else {
      const auto& value = view_.value(mention.value);
      info.dimension = index::info(value.dimension).name;
      info.id = value.id;
      info.name = value.name;
      if (mention.kind == MentionKind::place)
        info.role = name_of(static_cast<analysis::PlaceRole>(mention.role));
    }
    mentions.push_back(std::move(info));
  }
  return mentions;
}

}  // namespace furat
