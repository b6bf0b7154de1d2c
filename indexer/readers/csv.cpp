#include "indexer/readers/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <unordered_set>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/csv_records.hpp"
#include "indexer/readers/decode.hpp"
#include "indexer/readers/file_ending.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/record_values.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

/// Names of one column, the one that counts first.
constexpr std::array kText = {"text"sv, "body"sv, "content"sv};
constexpr std::array kTitle = {"title"sv, "headline"sv};
constexpr std::array kPublished = {"published"sv, "date"sv};
constexpr std::array kSource = {"source"sv, "publisher"sv};
constexpr std::array kUrl = {"url"sv, "link"sv};
constexpr std::array kAuthor = {"author"sv, "authors"sv};
constexpr std::array kId = {"id"sv};
constexpr std::array kKnown = {
    std::span<const std::string_view>(kText),      std::span<const std::string_view>(kTitle),
    std::span<const std::string_view>(kPublished), std::span<const std::string_view>(kSource),
    std::span<const std::string_view>(kUrl),       std::span<const std::string_view>(kAuthor),
    std::span<const std::string_view>(kId)};

constexpr std::size_t kNoColumn = std::string_view::npos;

bool is_known(std::string_view name) {
  return std::any_of(kKnown.begin(), kKnown.end(), [name](const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  });
}

std::size_t column_of(const CsvHeader& header, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = std::find(header.names.begin(), header.names.end(), name);
    if (found != header.names.end()) return static_cast<std::size_t>(found - header.names.begin());
  }
  return kNoColumn;
}

/// "a", "b" and 17 more
std::string columns_told(const CsvHeader& header) {
  constexpr std::size_t kMost = 8;
  constexpr std::size_t kLongest = 40;
  std::string told;
  for (std::size_t i = 0; i < std::min(header.names.size(), kMost); ++i) {
    const std::string name = one_line(header.names[i]);
    told +=
        fmt::format("{}\"{}\"", i == 0 ? "" : ", ", name.size() > kLongest ? "..." : name.c_str());
  }
  if (header.names.size() > kMost) told += fmt::format(" and {} more", header.names.size() - kMost);
  return told;
}

struct Columns {
  explicit Columns(const CsvHeader& header)
      : text(column_of(header, kText)),
        title(column_of(header, kTitle)),
        published(column_of(header, kPublished)),
        source(column_of(header, kSource)),
        url(column_of(header, kUrl)),
        author(column_of(header, kAuthor)),
        id(column_of(header, kId)) {}
  std::size_t text, title, published, source, url, author, id;
};

/// Reads one row of the table after the other.
class CsvReading {
 public:
  CsvReading(std::string_view file, const DecodedText& decoded, const CsvHeader& header,
             const ReadSink& sink)
      : file_(file),
        decoded_(decoded),
        header_(header),
        sink_(sink),
        columns_(header),
        order_(order_of_days()) {}

  void run() {
    CsvRecords records(decoded_.text, header_.delimiter);
    CsvRecord record;
    (void)records.next(record);  // the header
    while (records.next(record)) {
      if (record.is_blank()) continue;
      ++row_;
      line_ = record.line;
      read_row(record);
    }
    if (row_ == 0)
      sink_.problem({ReadProblem::Severity::skipped, std::string(file_), "The table has no row."});
  }

 private:
  /// What the dates of all rows show about 04/10/2017.
  [[nodiscard]] DayMonthOrder order_of_days() const {
    if (columns_.published == kNoColumn) return DayMonthOrder::unknown;
    std::array<std::size_t, 3> shown{};
    CsvRecords records(decoded_.text, header_.delimiter);
    for (CsvRecord record; records.next(record);) {
      if (record.fault.empty() && record.fields.size() == header_.names.size())
        ++shown[static_cast<std::size_t>(shown_day_month_order(value(record, columns_.published)))];
    }
    const auto days_first = shown[static_cast<std::size_t>(DayMonthOrder::day_first)];
    const auto months_first = shown[static_cast<std::size_t>(DayMonthOrder::month_first)];
    if ((days_first == 0) == (months_first == 0)) return DayMonthOrder::unknown;
    return days_first > 0 ? DayMonthOrder::day_first : DayMonthOrder::month_first;
  }

  void read_row(const CsvRecord& record) {
    if (!record.fault.empty()) return skip(record.fault + " The row is left out.");
    if (record.fields.size() != header_.names.size())
      return skip(fmt::format("The row has {} {} where the header has {}.", record.fields.size(),
                              record.fields.size() == 1 ? "field" : "fields",
                              header_.names.size()));
    Article article;
    article.file = std::string(file_);
    article.id = id_of(record);
    if (holds_controls(article.id)) return skip("The \"id\" holds control characters.");
    article.id = one_line(article.id);
    if (article.id.empty()) return skip("The \"id\" is empty.");
    if (ids_.contains(article.id)) return skip("The \"id\" stands in an earlier row of this file.");
    fill_body(article, record.fields[columns_.text]);
    if (!holds_text(article.body))
      return skip(fmt::format("The \"{}\" is empty.", header_.names[columns_.text]));
    ids_.insert(article.id);
    fill_metadata(article, record);
    sink_.article(std::move(article));
  }

  [[nodiscard]] std::string id_of(const CsvRecord& record) const {
    if (columns_.id == kNoColumn) return fmt::format("{}#{}", file_, row_);
    return csv_value(decoded_.text, record.fields[columns_.id]);
  }

  void fill_body(Article& article, const CsvField& field) const {
    const std::string_view text = decoded_.text;
    std::size_t begin = field.begin;
    while (begin < field.end) {
      const std::size_t quote =
          field.quoted ? std::min(text.find('"', begin), field.end) : field.end;
      article.body += text.substr(begin, quote - begin);
      article.map.append_from(decoded_.map, static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(quote));
      if (quote == field.end) break;
      const auto doubled = decoded_.map.to_source(static_cast<std::uint32_t>(quote),
                                                  static_cast<std::uint32_t>(quote + 2));
      article.body += '"';
      article.map.append(1, doubled.begin, doubled.end - doubled.begin);
      begin = quote + 2;
    }
  }

  void fill_metadata(Article& article, const CsvRecord& record) {
    article.title = value(record, columns_.title);
    article.source = value(record, columns_.source);
    article.url = value(record, columns_.url);
    article.author = value(record, columns_.author);
    const std::string published = value(record, columns_.published);
    if (published.empty()) return;
    article.published = stated_day(published, order_);
    if (article.published) {
      article.published_method = published_by::kRecord;
    } else {
      report(ReadProblem::Severity::warning,
             fmt::format("The \"{}\" states no day that is sure and is ignored.",
                         header_.names[columns_.published]));
    }
  }

  [[nodiscard]] std::string value(const CsvRecord& record, std::size_t column) const {
    if (column == kNoColumn) return {};
    return one_line(csv_value(decoded_.text, record.fields[column]));
  }

  void skip(const std::string& message) { report(ReadProblem::Severity::skipped, message); }
  void report(ReadProblem::Severity severity, const std::string& message) {
    sink_.problem({severity, fmt::format("{}:{}", file_, line_), message});
  }

  std::string_view file_;
  const DecodedText& decoded_;
  const CsvHeader& header_;
  const ReadSink& sink_;
  Columns columns_;
  DayMonthOrder order_;
  std::size_t row_ = 0;
  std::size_t line_ = 0;
  std::unordered_set<std::string> ids_;
};

/// A quick look before a head is decoded: most files are no tables.
bool may_name_text(std::string_view head) {
  std::string line;
  for (const char c : head.substr(0, head.find('\n'))) {
    if (c != '\0') line += analysis::lower_ascii(c);
  }
  return std::any_of(kText.begin(), kText.end(), [&line](std::string_view name) {
    return line.find(name) != std::string::npos;
  });
}

}  // namespace

bool accepts_csv(std::string_view file_name, std::string_view head) {
  if (is_binary(head)) return false;
  if (has_file_ending(file_name, ".csv") || has_file_ending(file_name, ".tsv")) return true;
  if (!may_name_text(head)) return false;
  const DecodedText decoded = decode(head);
  const std::size_t line = decoded.text.find('\n');
  if (line == std::string::npos) return false;
  const CsvHeader header = csv_header(std::string_view(decoded.text).substr(0, line), is_known);
  return header.known > 1 && column_of(header, kText) != kNoColumn;
}

void read_csv(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  const auto skip = [&](std::string message) {
    sink.problem({ReadProblem::Severity::skipped, std::string(file), std::move(message)});
  };
  if (bytes.size() > kLargestArticle)
    return skip(fmt::format("The table is larger than {} MiB.", kLargestArticle >> 20));
  const DecodedText decoded = decode(bytes);
  if (!holds_text(decoded.text)) return skip("The file holds no text.");
  const CsvHeader header = csv_header(decoded.text, is_known);
  if (column_of(header, kText) == kNoColumn)
    return skip(fmt::format(
        "The table has no column \"text\", \"body\" or \"content\"; its columns are {}.",
        columns_told(header)));
  if (auto warning = decoding_warning(decoded); !warning.empty())
    sink.problem({ReadProblem::Severity::warning, std::string(file), std::move(warning)});
  CsvReading(file, decoded, header, sink).run();
}

}  // namespace furat::indexer
