#include "searcher/cli/search_commands.hpp"
#include "searcher/formats/why_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "analysis/text/fold.hpp"
#include "analysis/text/printable.hpp"
#include "furat/searcher.hpp"
#include "searcher/cli/batch_format.hpp"
#include "searcher/cli/bundle.hpp"
#include "searcher/cli/command_context.hpp"
#include "searcher/cli/display_width.hpp"
#include "searcher/cli/index_option.hpp"
#include "searcher/cli/search_output.hpp"
#include "searcher/cli/why_format.hpp"
#include "searcher/formats/trec_format.hpp"

namespace furat::cli {

using formats::format_trec;
using formats::format_why_json;

namespace {

using analysis::printable;

/// Leaves the mentions whose text has the words, in any case and with or without accents.
void keep_mentions(const std::string& text, Hit& passage) {
  const auto wanted = analysis::fold_name(text);
  std::erase_if(passage.mentions, [&](const MentionInfo& mention) {
    // What folds to nothing, such as a dash, is looked for as it is.
    return wanted.empty() ? mention.text.find(text) == std::string::npos
                          : analysis::fold_name(mention.text).find(wanted) == std::string::npos;
  });
}

/// One line "id TAB query" of a batch.
struct BatchQuery {
  std::string id, text;
};

std::vector<BatchQuery> parse_queries(std::istream& in, const std::string& name) {
  std::vector<BatchQuery> queries;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const auto tab = line.find('\t');
    if (tab == std::string::npos)
      throw std::runtime_error(fmt::format("{}:{}: expected ID, a tab and a query", name, number));
    queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  if (in.bad()) throw std::runtime_error("cannot read the queries file " + name);
  return queries;
}

std::vector<BatchQuery> read_queries(const std::string& path) {
  if (path == "-") return parse_queries(std::cin, "standard input");
  std::ifstream file(path);
  if (!file || std::filesystem::is_directory(path))
    throw std::runtime_error("cannot read the queries file " + path);
  return parse_queries(file, path);
}

/// What the message says, with a very long value that it quotes cut: from the first quote to the
/// last, as names have apostrophes.
std::string message_of(const RequestError& error) {
  constexpr std::size_t kLongest = 120, kColumns = 60;
  const std::string_view message = error.what();
  const auto begin = message.find('\'') + 1;
  const auto end = message.rfind('\'');
  if (begin == 0 || end < begin + kLongest) return printable(message);
  return printable(message.substr(0, begin)) +
         cut_to_width(printable(message.substr(begin, end - begin)), kColumns) +
         printable(message.substr(end));
}

/// The query with a caret under the fault; of a long one what is around it.
std::string query_with_caret(const RequestError& error) {
  constexpr std::size_t kColumns = 76;  // with the indent within 78
  constexpr std::size_t kBefore = 50;
  const auto shown = printable(error.text());
  const auto before = printable(std::string_view(error.text()).substr(0, error.column()));
  const auto column = display_width(before);
  if (column <= kBefore)
    return "  " + cut_to_width(shown, kColumns) + "\n  " + spaces(column) + "^\n";
  const auto left_out = fitting_prefix(shown, column - kBefore);
  const auto indent = display_width(std::string_view(before).substr(left_out)) + 1;
  return "  …" + cut_to_width(std::string_view(shown).substr(left_out), kColumns - 1) + "\n  " +
         spaces(indent) + "^\n";
}

}  // namespace

std::string described(const RequestError& error) {
  std::string text = message_of(error) + "\n";
  if (error.argument() == "query") text += query_with_caret(error);
  if (!error.suggestions().empty()) {
    text += "  did you mean:";
    for (const auto& suggestion : error.suggestions())
      text += " '" + printable(suggestion) + "'" +
              (&suggestion == &error.suggestions().back() ? "" : ",");
    text += "\n";
  }
  return text;
}

int run_search(const SearchOptions& options) {
  const auto request = output_request_of(options);
  const auto searcher = open_searcher(options);
  const auto results = searcher.search(request);
  if (!options.bundle.empty()) write_bundle(options.bundle, results, request, searcher);
  print(search_output(results, request, options, searcher));
  const auto notice = cut_notice(results, request, options);
  if (!notice.empty() && !options.quiet) fmt::print(stderr, "furat-search: {}\n", notice);
  if (!has_notes(options)) tell_of_shards(results);
  return results.total_passages == 0 ? kNoHits : kHits;
}

int run_why(const SearchOptions& options) {
  auto passage = open_searcher(options).passage({.passage = options.passage});
  if (!options.mention_text.empty()) keep_mentions(options.mention_text, passage);
  print(options.format == "json" ? format_why_json(passage)
                                 : format_why_text(passage, style_of(options)));
  return passage.mentions.empty() ? kNoHits : kHits;
}

int run_batch(const SearchOptions& options) {
  const auto queries = read_queries(options.queries);
  const auto searcher = open_searcher(options);
  bool failed = false;
  std::vector<std::string> missing, stale;
  for (const auto& query : queries) {
    auto request = request_of(options, query.text);
    request.snippet_chars = 0;  // neither format shows one
    try {
      const auto results = searcher.search(request);
      print(options.format == "trec" ? format_trec(results, query.id)
                                     : format_batch_jsonl(results, query.id));
      const bool is_told = results.missing_shards == missing && results.stale_shards == stale;
      if (!is_told) tell_of_shards(results);
      missing = results.missing_shards;
      stale = results.stale_shards;
    } catch (const RequestError& error) {
      fmt::print(stderr, "furat-search: query {}: {}", printable(query.id), described(error));
      failed = true;
    } catch (const DeadlineExceeded& error) {
      fmt::print(stderr, "furat-search: query {}: {}\n", printable(query.id), error.what());
      failed = true;
    }
  }
  return failed ? kSomeQueriesFailed : kHits;
}

}  // namespace furat::cli
