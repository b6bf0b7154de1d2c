#include "indexer/readers/jsonl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

#include "analysis/text/utf8.hpp"
#include "indexer/metadata/sidecar.hpp"
#include "indexer/readers/json_literal.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepestNesting = 64;

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t from = i;
    const char32_t c = analysis::next_code_point(bytes, i);
    if (c == analysis::kReplacementCharacter && i - from == 1) return false;
  }
  return true;
}

bool holds_controls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
  });
}

/// A value for one line of output: cleaned as a body is, white space folded.
std::string one_line(std::string_view value) {
  std::string cleaned;
  SourceMap unused;
  TextCleaner cleaner(cleaned, unused);
  cleaner.put_utf8(value, 0);
  cleaner.finish();
  std::string line;
  for (const char byte : cleaned) {
    const bool space = byte == ' ' || byte == '\t' || byte == '\n';
    if (!space) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

/// Day of "2017-10-04" or of a timestamp that begins with it.
std::optional<std::chrono::sys_days> day_of(std::string_view published) {
  constexpr std::size_t kDaySize = 10;
  const bool timestamp = published.size() > kDaySize + 1 && published[kDaySize] == 'T' &&
                         published[kDaySize + 1] >= '0' && published[kDaySize + 1] <= '2';
  return parse_iso_day(timestamp ? published.substr(0, kDaySize) : published);
}

/// Reads one line of the file after the other.
class JsonlReading {
 public:
  JsonlReading(std::string_view file, const ReadSink& sink) : file_(file), sink_(sink) {}

  /// `line` stands at byte `offset` of the file, without its line end.
  void read_line(std::string_view line, std::uint64_t offset) {
    ++number_;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
    if (const std::string_view fault = fault_of(line); !fault.empty()) {
      report(ReadProblem::Severity::skipped, fault);
      return;
    }
    const Json record = Json::parse(line.begin(), line.end(), nullptr, false);
    if (record.is_discarded()) {
      report(ReadProblem::Severity::skipped, "The line is not valid JSON.");
    } else if (!record.is_object()) {
      report(ReadProblem::Severity::skipped, "The line is no JSON object.");
    } else {
      read_record(record, line, offset);
    }
  }

 private:
  static std::string_view fault_of(std::string_view line) {
    if (line.size() > kLargestArticle) return "The line is too long.";
    if (!is_utf8(line)) return "The line is not valid UTF-8.";
    if (nesting_depth(line) > kDeepestNesting) return "The line is nested too deeply.";
    return {};
  }

  void read_record(const Json& record, std::string_view line, std::uint64_t offset) {
    const std::string id = required(record, "id");
    if (id.empty()) return;
    if (holds_controls(id)) {
      report(ReadProblem::Severity::skipped, "The \"id\" holds control characters.");
      return;
    }
    if (required(record, "text").empty()) return;
    if (ids_.contains(id)) {
      report(ReadProblem::Severity::skipped, "The \"id\" stands in an earlier line of this file.");
      return;
    }
    Article article;
    article.id = id;
    article.file = std::string(file_);
    fill_body(article, line, offset);
    if (!holds_text(article.body)) {
      report(ReadProblem::Severity::skipped, "The \"text\" is empty.");
      return;
    }
    ids_.insert(id);
    fill_metadata(article, record);
    sink_.article(std::move(article));
  }

  static void fill_body(Article& article, std::string_view line, std::uint64_t offset) {
    const auto literal = top_level_string(line, "text");
    if (!literal) return;
    TextCleaner cleaner(article.body, article.map);
    put_literal(*literal, offset + static_cast<std::uint64_t>(literal->data() - line.data()),
                cleaner);
    cleaner.finish();
  }

  /// The string, or an empty one after the problem has been reported.
  std::string required(const Json& record, const char* key) {
    const auto found = record.find(key);
    if (found == record.end()) {
      report(ReadProblem::Severity::skipped, fmt::format("The record has no \"{}\".", key));
      return {};
    }
    if (!found->is_string()) {
      report(ReadProblem::Severity::skipped, fmt::format("The \"{}\" is no string.", key));
      return {};
    }
    auto value = found->get<std::string>();
    if (value.empty()) {
      report(ReadProblem::Severity::skipped, fmt::format("The \"{}\" is empty.", key));
    }
    return value;
  }

  void fill_metadata(Article& article, const Json& record) {
    std::string warning;
    const auto warn = [&warning](std::string sentence) {
      if (!warning.empty()) warning += ' ';
      warning += sentence;
    };
    const auto text_of = [&](const char* key) -> std::string {
      const auto found = record.find(key);
      if (found == record.end() || found->is_null()) return {};
      if (found->is_string()) return one_line(found->get_ref<const std::string&>());
      warn(fmt::format("The \"{}\" is no string and is ignored.", key));
      return {};
    };
    article.title = text_of("title");
    article.source = text_of("source");
    article.url = text_of("url");
    if (const std::string published = text_of("published"); !published.empty()) {
      article.published = day_of(published);
      if (article.published) {
        article.published_method = "record";
      } else {
        warn("The \"published\" date is no day YYYY-MM-DD and is ignored.");
      }
    }
    if (!warning.empty()) report(ReadProblem::Severity::warning, warning);
  }

  void report(ReadProblem::Severity severity, std::string_view message) {
    sink_.problem({severity, fmt::format("{}:{}", file_, number_), std::string(message)});
  }

  std::string_view file_;
  const ReadSink& sink_;
  std::size_t number_ = 0;
  std::unordered_set<std::string> ids_;
};

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool ends_with_ignoring_case(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), text.rbegin(),
                    [](char a, char b) { return a == lower_ascii(b); });
}

}  // namespace

bool accepts_jsonl(std::string_view file_name, std::string_view) {
  return ends_with_ignoring_case(file_name, ".jsonl") ||
         ends_with_ignoring_case(file_name, ".ndjson");
}

void read_jsonl(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  if (is_binary(bytes) || utf16_shape(bytes)) {
    sink.problem({ReadProblem::Severity::skipped, std::string(file),
                  "The file is not UTF-8, which JSON lines must be."});
    return;
  }
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  std::size_t begin = bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  JsonlReading reading(file, sink);
  while (begin < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    reading.read_line(bytes.substr(begin, end - begin), begin);
    begin = end + 1;
  }
}

}  // namespace furat::indexer
