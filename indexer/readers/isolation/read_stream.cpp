#include "indexer/readers/isolation/read_stream.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "analysis/text/utf8.hpp"
#include "index/varint.hpp"

namespace furat::indexer {
namespace {

using index::append_signed;
using index::append_text;
using index::append_varint;
using index::ByteReader;

constexpr std::int64_t kFurthestDay = 10'000'000;  // from 1970; what a calendar day can hold

enum class Record : std::uint8_t { article = 1, problem = 2, failure = 3, end = 4 };

void append_record(std::string& out, Record kind, std::string_view content) {
  out += static_cast<char>(kind);
  append_text(out, content);
}

void append_map(std::string& out, const SourceMap& map) {
  append_varint(out, map.runs().size());
  for (const auto& run : map.runs()) {
    append_varint(out, run.derived_size);
    append_varint(out, run.source_begin);
    append_varint(out, run.source_size);
  }
}

/// Valid UTF-8 without control characters but those of `allowed`.
bool is_clean(std::string_view text, std::string_view allowed) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t from = i;
    const char32_t c = analysis::next_code_point(text, i);
    if (c == analysis::kReplacementCharacter && i - from == 1) return false;
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    if (control && (c >= 0x80 || allowed.find(static_cast<char>(c)) == std::string_view::npos))
      return false;
  }
  return true;
}

std::optional<SourceMap> read_map(ByteReader& in) {
  SourceMap map;
  std::uint64_t derived = 0;
  constexpr std::uint64_t kFurthest = std::uint64_t{1} << 62U;
  for (std::size_t left = in.count(); left > 0 && !in.failed(); --left) {
    const std::uint32_t size = in.varint32();
    const std::uint64_t begin = in.varint();
    const std::uint64_t source_size = in.varint();
    derived += size;
    if (derived > std::numeric_limits<std::uint32_t>::max() || begin > kFurthest ||
        source_size > kFurthest)
      return std::nullopt;
    map.append(size, begin, source_size);
  }
  return map;
}

bool read_blocks(ByteReader& in, Article& article) {
  std::uint32_t past = 0;
  for (std::size_t left = in.count(); left > 0 && !in.failed(); --left) {
    const std::uint32_t begin = in.varint32();
    const std::uint32_t end = in.varint32();
    const std::uint8_t kind = in.byte();
    if (begin < past || end < begin || end > article.body.size() ||
        kind > static_cast<std::uint8_t>(BlockKind::table_row))
      return false;
    article.blocks.push_back({begin, end, static_cast<BlockKind>(kind)});
    past = end;
  }
  return true;
}

bool read_pages(ByteReader& in, Article& article) {
  std::uint32_t last = 0;
  for (std::size_t left = in.count(); left > 0 && !in.failed(); --left) {
    const std::uint32_t begin = in.varint32();
    const std::uint32_t page = in.varint32();
    if (begin < last || begin > article.body.size()) return false;
    article.pages.push_back({begin, page});
    last = begin;
  }
  return true;
}

std::optional<Article> article_of(std::string_view content) {
  ByteReader in(content);
  Article article;
  bool good = true;
  for (std::string* text : {&article.id, &article.file, &article.title, &article.source,
                            &article.author, &article.url, &article.published_method}) {
    *text = in.text();
    // An id or a file name is what the file system says, whatever bytes those are.
    good = good && (text == &article.id || text == &article.file || is_clean(*text, ""));
  }
  if (in.byte() != 0) {
    const std::int64_t day = in.signed_varint();
    good = good && day > -kFurthestDay && day < kFurthestDay;
    if (good)
      article.published = std::chrono::sys_days(std::chrono::days(static_cast<std::int32_t>(day)));
  }
  article.extracted = in.byte() != 0;
  article.body = in.text();
  good = good && is_clean(article.body, "\n\t");
  auto map = read_map(in);
  good = good && map && read_blocks(in, article) && read_pages(in, article) && !in.failed() &&
         in.at_end() && map->derived_size() == article.body.size();
  if (!good) return std::nullopt;
  article.map = std::move(*map);
  return article;
}

std::optional<ReadProblem> problem_of(std::string_view content) {
  ByteReader in(content);
  ReadProblem problem;
  problem.severity =
      in.byte() == 0 ? ReadProblem::Severity::warning : ReadProblem::Severity::skipped;
  problem.where = in.text();
  problem.message = in.text();
  if (in.failed() || !in.at_end() || !is_clean(problem.message, "")) return std::nullopt;
  return problem;
}

}  // namespace

void append_article(std::string& out, const Article& article) {
  std::string content;
  for (const std::string* text : {&article.id, &article.file, &article.title, &article.source,
                                  &article.author, &article.url, &article.published_method})
    append_text(content, *text);
  content += article.published ? '\1' : '\0';
  if (article.published) append_signed(content, article.published->time_since_epoch().count());
  content += article.extracted ? '\1' : '\0';
  append_text(content, article.body);
  append_map(content, article.map);
  append_varint(content, article.blocks.size());
  for (const auto& block : article.blocks) {
    append_varint(content, block.begin);
    append_varint(content, block.end);
    content += static_cast<char>(block.kind);
  }
  append_varint(content, article.pages.size());
  for (const auto& page : article.pages) {
    append_varint(content, page.begin);
    append_varint(content, page.page);
  }
  append_record(out, Record::article, content);
}

void append_problem(std::string& out, const ReadProblem& problem) {
  std::string content(1, problem.severity == ReadProblem::Severity::warning ? '\0' : '\1');
  append_text(content, problem.where);
  append_text(content, problem.message);
  append_record(out, Record::problem, content);
}

void append_failure(std::string& out, std::string_view what) {
  append_record(out, Record::failure, what);
}

void append_end(std::string& out) { append_record(out, Record::end, {}); }

StreamEnd decode_stream(std::string_view bytes, const ReadSink& sink) {
  ByteReader in(bytes);
  for (;;) {
    const std::uint8_t kind = in.byte();
    const std::string_view content = in.text();
    if (in.failed()) return {StreamEnd::Kind::cut_off, {}};
    if (kind == static_cast<std::uint8_t>(Record::article)) {
      auto article = article_of(content);
      if (!article) return {StreamEnd::Kind::malformed, {}};
      sink.article(std::move(*article));
    } else if (kind == static_cast<std::uint8_t>(Record::problem)) {
      auto problem = problem_of(content);
      if (!problem) return {StreamEnd::Kind::malformed, {}};
      sink.problem(std::move(*problem));
    } else if (kind == static_cast<std::uint8_t>(Record::failure) && in.at_end()) {
      return {StreamEnd::Kind::failed, is_clean(content, "") ? std::string(content) : ""};
    } else if (kind == static_cast<std::uint8_t>(Record::end) && content.empty() && in.at_end()) {
      return {StreamEnd::Kind::complete, {}};
    } else {
      return {StreamEnd::Kind::malformed, {}};
    }
  }
}

}  // namespace furat::indexer
