#include "searcher/formats/json_format.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/formats/json_parts.hpp"
#include "searcher/formats/json_writer.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::formats {
namespace {

void put_span(JsonWriter& out, TextSpan span) {
  const std::uint32_t bounds[] = {span.begin, span.end};
  out.array(bounds, [&](std::uint32_t bound) { out.put(bound); });
}

void put_spans(JsonWriter& out, std::string_view key, const std::vector<TextSpan>& spans) {
  out.array_field(key, spans, [&](TextSpan span) { put_span(out, span); });
}

void put_article(JsonWriter& out, const ArticleInfo& article) {
  out.object([&] {
    out.field("id", article.id);
    out.field_or_null("title", article.title);
    out.field_or_null("source", article.source);
    out.field_or_null("author", article.author);
    out.field_or_null("url", article.url);
    out.field_or_null("published", article.published);
    out.field_or_null("published_method", article.published_method);
    out.field("file", article.file);
  });
}

void put_fragment(JsonWriter& out, const SnippetFragment& fragment) {
  const MarkedText clean = valid_utf8(fragment.text, fragment.marks);
  out.object([&] {
    out.field("text", clean.text);
    put_spans(out, "marks", clean.marks);
    out.field("start", fragment.bytes.begin);
    out.field("end", fragment.bytes.end);
  });
}

void put_snippet(JsonWriter& out, const Snippet& snippet) {
  const MarkedText clean = valid_utf8(snippet.text, snippet.marks);
  out.object([&] {
    out.field("text", clean.text);
    put_spans(out, "marks", clean.marks);
    out.field("cut_before", snippet.cut_before);
    out.field("cut_after", snippet.cut_after);
    out.array_field("fragments", snippet.fragments,
                    [&](const SnippetFragment& fragment) { put_fragment(out, fragment); });
  });
}

/// A span of `text` where it lies in `clean`, which is valid_utf8(text). Mentions overlap, so they
/// go one by one.
TextSpan span_in(const std::string& clean, std::string_view text, TextSpan span) {
  if (clean.size() == text.size()) return span;
  const auto moved = [&](std::uint32_t end) {
    return static_cast<std::uint32_t>(valid_utf8(text.substr(0, end)).size());
  };
  return {moved(span.begin), moved(span.end)};
}

void put_mention(JsonWriter& out, const MentionInfo& mention, TextSpan span) {
  out.object([&] {
    out.field("id", mention.id);
    out.field("name", mention.name);
    out.field("text", mention.text);
    out.field("start", mention.bytes.begin);
    out.field("end", mention.bytes.end);
    out.field("rule", mention.rule);
    out.value_field("span", [&] { put_span(out, span); });
    if (mention.dimension == "place") out.field("role", mention.role);
    if (mention.dimension != "date") return;
    out.field_or_null("first", mention.first);
    out.field_or_null("last", mention.last);
    out.array_field("flags", mention.flags, [&](const std::string& flag) { out.put(flag); });
  });
}

void put_mentions(JsonWriter& out, std::string_view key, const Hit& hit,
                  const std::string& clean_text, std::string_view dimension) {
  std::vector<const MentionInfo*> mentions;
  for (const MentionInfo& mention : hit.mentions)
    if (mention.dimension == dimension) mentions.push_back(&mention);
  out.array_field(key, mentions, [&](const MentionInfo* mention) {
    put_mention(out, *mention, span_in(clean_text, hit.text, mention->span));
  });
}

void put_copy(JsonWriter& out, const CopyInfo& copy) {
  out.object([&] {
    out.field("passage", copy.passage);
    out.field_or_null("source", copy.source);
    out.field_or_null("published", copy.published);
  });
}

void put_score_part(JsonWriter& out, const ScorePart& part) {
  out.object([&] {
    out.field("what", part.what);
    out.field("score", part.score);
  });
}

/// Where the passage is, and what it says.
void put_passage(JsonWriter& out, const Hit& hit, const MarkedText& text) {
  out.field("passage", hit.passage);
  out.value_field("article", [&] { put_article(out, hit.article); });
  out.field("file", hit.article.file);
  out.field("line", hit.line);
  out.field("start", hit.bytes.begin);
  out.field("end", hit.bytes.end);
  out.value_field("page", [&] { hit.page == 0 ? out.put(nullptr) : out.put(hit.page); });
  out.field_or_null("heading", hit.heading);
  out.field("text", text.text);
  put_spans(out, "marks", text.marks);
  out.value_field("snippet", [&] { put_snippet(out, hit.snippet); });
  put_spans(out, "title_marks", valid_utf8(hit.article.title, hit.title_marks).marks);
  put_spans(out, "heading_marks", valid_utf8(hit.heading, hit.heading_marks).marks);
}

void put_facet_value(JsonWriter& out, const FacetValue& value) {
  out.object([&] {
    out.field("id", value.id);
    out.field("name", value.name);
    out.field_or_null("kind", value.kind);
    out.field_or_null("parent", value.parent);
    out.field_or_null("country", value.country);
    out.field("latitude", value.latitude);
    out.field("longitude", value.longitude);
    out.field("depth", value.depth);
    out.field("passages", value.passages);
    out.field("articles", value.articles);
    out.field("precise", value.precise);
    out.field("selected", value.selected);
    out.field("stories", value.stories);
  });
}

void put_facet(JsonWriter& out, const FacetCounts& facet) {
  out.object([&] {
    out.field("total_values", facet.total_values);
    out.field("passages_without", facet.passages_without);
    out.array_field("values", facet.values,
                    [&](const FacetValue& value) { put_facet_value(out, value); });
    out.field("articles_without", facet.articles_without);
    out.field("stories_without", facet.stories_without);
  });
}

void put_facets(JsonWriter& out, const SearchResults& results) {
  out.value_field("facets", [&] {
    out.object([&] {
      for (const FacetCounts& facet : results.facets)
        out.value_field(facet.dimension, [&] { put_facet(out, facet); });
    });
  });
}

}  // namespace

void put_hit(JsonWriter& out, const Hit& hit) {
  const MarkedText text = valid_utf8(hit.text, hit.marks);
  out.object([&] {
    out.field("rank", hit.rank);
    out.field("score", hit.score);
    put_passage(out, hit, text);
    put_mentions(out, "places", hit, text.text, "place");
    put_mentions(out, "dates", hit, text.text, "date");
    put_mentions(out, "actors", hit, text.text, "actor");
    out.field("copies", hit.copies);
    out.array_field("first_copies", hit.first_copies,
                    [&](const CopyInfo& copy) { put_copy(out, copy); });
    out.field("passages_in_article", hit.passages_in_article);
    out.field("file_digest", hit.file_digest);
    out.field("heading_size", hit.heading_size);
    out.array_field("score_parts", hit.score_parts,
                    [&](const ScorePart& part) { put_score_part(out, part); });
  });
}

std::string format_hit_line(const Hit& hit) {
  JsonWriter out(-1);
  put_hit(out, hit);
  return std::move(out).line_of_text();
}

std::string format_json(const SearchResults& results, const SearchRequest& request) {
  JsonWriter out(2);
  out.object([&] {
    out.fields_of(json_summary(results, request));
    out.array_field("hits", results.hits, [&](const Hit& hit) { put_hit(out, hit); });
    put_facets(out, results);
  });
  return std::move(out).line_of_text();
}

std::string format_jsonl(const SearchResults& results, const SearchRequest& request) {
  std::string lines;
  for (const Hit& hit : results.hits) lines += format_hit_line(hit);
  JsonWriter out(-1);
  out.object([&] {
    out.value_field("summary", [&] {
      out.object([&] {
        out.fields_of(json_summary(results, request));
        put_facets(out, results);
      });
    });
  });
  return lines + std::move(out).line_of_text();
}

}  // namespace furat::formats
