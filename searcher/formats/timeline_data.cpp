#include "searcher/formats/timeline_data.hpp"

#include <fmt/format.h>

#include "searcher/formats/csv_cells.hpp"
#include "searcher/formats/json_parts.hpp"
#include "searcher/formats/time_words.hpp"

namespace furat::formats {
namespace {

std::string_view kind_word(TimelineRow::Kind kind) {
  switch (kind) {
    case TimelineRow::Kind::bucket:
      return "bucket";
    case TimelineRow::Kind::coarser:
      return "coarser";
    case TimelineRow::Kind::gap:
      return "gap";
  }
  return "";
}

std::string line_of(std::string_view id, std::string_view level, std::string_view first,
                    std::string_view last, const Counted& counted) {
  return csv_line({text_cell(id), text_cell(level), text_cell(first), text_cell(last),
                   fmt::format("{}", counted.passages), fmt::format("{}", counted.articles)});
}

Json row_object(const TimelineRow& row) {
  return {{"kind", kind_word(row.kind)},     {"id", json_text(row.id)},
          {"name", json_text(row.name)},     {"level", json_text(row.level)},
          {"first", json_text(row.first)},   {"last", json_text(row.last)},
          {"buckets", row.buckets},          {"passages", row.counted.passages},
          {"articles", row.counted.articles}};
}

}  // namespace

std::string format_timeline_csv(const TimelineResults& results) {
  std::string out = csv_line({"bucket", "level", "first", "last", "passages", "articles"});
  for (const auto& row : results.rows)
    out += line_of(row.id, row.kind == TimelineRow::Kind::gap ? "gap" : row.level, row.first,
                   row.last, row.counted);
  out += line_of("", "outside", "", "", results.outside);
  out += line_of("--", "unknown-year", "", "", results.unknown_year);
  out += line_of("", "open", "", "", results.open);
  out += line_of("", "unplaced", "", "", results.unplaced);
  out += line_of("none", "undated", "", "", results.undated);
  out +=
      line_of("", "all", "", "", {results.matched.total_passages, results.matched.total_articles});
  return out;
}

std::string format_timeline_json(const TimelineResults& results, const TimelineRequest& request) {
  Json object = json_summary(results.matched, request.search);
  object["clock"] = results.clock == Clock::published ? "published" : "date";
  object["by"] = word_for(results.by);
  object["shown_first"] = json_text_or_null(results.shown_first);
  object["shown_last"] = json_text_or_null(results.shown_last);
  object["narrowed"] = results.narrowed;
  Json rows = Json::array();
  for (const auto& row : results.rows) rows.push_back(row_object(row));
  object["rows"] = std::move(rows);
  object["in_rows"] = json_counted(results.in_rows);
  object["outside"] = json_counted(results.outside);
  object["unknown_year"] = json_counted(results.unknown_year);
  object["open"] = json_counted(results.open);
  object["unplaced"] = json_counted(results.unplaced);
  object["undated"] = json_counted(results.undated);
  return written(object, 2);
}

}  // namespace furat::formats
