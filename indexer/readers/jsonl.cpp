#include "indexer/readers/jsonl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

#include "analysis/text/utf8.hpp"
#include "indexer/readers/file_ending.hpp"
#include "indexer/readers/json_literal.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/record_values.hpp"
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
    Warnings warnings;
    article.title = optional_text(record, "title", warnings);
    article.source = optional_text(record, "source", warnings);
    article.url = optional_text(record, "url", warnings);
    article.author = author(record, "author", warnings);
    if (article.author.empty()) article.author = author(record, "authors", warnings);
    const std::string published = optional_text(record, "published", warnings);
    if (!published.empty()) {
      article.published = iso_day_or_timestamp(published);
      if (article.published) {
        article.published_method = published_by::kRecord;
      } else {
        warnings.add("The \"published\" date is no day YYYY-MM-DD and is ignored.");
      }
    }
    if (!warnings.text().empty()) report(ReadProblem::Severity::warning, warnings.text());
  }

  static std::string optional_text(const Json& record, const char* key, Warnings& warnings) {
    const auto found = record.find(key);
    if (found == record.end() || found->is_null()) return {};
    if (found->is_string()) return one_line(found->get_ref<const std::string&>());
    warnings.add(fmt::format("The \"{}\" is no string and is ignored.", key));
    return {};
  }

  /// One name, or a list of them.
  static std::string author(const Json& record, const char* key, Warnings& warnings) {
    const auto found = record.find(key);
    if (found == record.end() || !found->is_array()) return optional_text(record, key, warnings);
    std::string names;
    for (const Json& name : *found) {
      if (!name.is_string()) {
        warnings.add(fmt::format("A name of \"{}\" is no string and is ignored.", key));
        continue;
      }
      if (!names.empty()) names += ", ";
      names += one_line(name.get_ref<const std::string&>());
    }
    return names;
  }

  void report(ReadProblem::Severity severity, std::string_view message) {
    sink_.problem({severity, fmt::format("{}:{}", file_, number_), std::string(message)});
  }

  std::string_view file_;
  const ReadSink& sink_;
  std::size_t number_ = 0;
  std::unordered_set<std::string> ids_;
};

}  // namespace

bool accepts_jsonl(std::string_view file_name, std::string_view) {
  return has_file_ending(file_name, ".jsonl") || has_file_ending(file_name, ".ndjson");
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
