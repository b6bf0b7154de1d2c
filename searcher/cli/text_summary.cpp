#include "searcher/cli/text_summary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "searcher/cli/text_wrap.hpp"
#include "searcher/formats/plural.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::counted;
using formats::sanitized;

namespace {

std::string shown_filters(const SearchRequest& request) {
  std::vector<std::string> shown;
  for (const Filter& filter : request.filters) {
    shown.push_back(
        fmt::format("{}{}:{}", filter.exclude ? "-" : "", filter.dimension, filter.value));
  }
  if (request.date_mode != DateMode::overlap)
    shown.emplace_back(request.date_mode == DateMode::within ? "date mode within"
                                                             : "date mode contains");
  if (request.reported_by) shown.push_back(fmt::format("reported by {}", *request.reported_by));
  if (request.near && request.within)
    shown.push_back(fmt::format("within {} of {}", *request.within, *request.near));
  if (request.bbox) shown.push_back(fmt::format("bbox:{}", *request.bbox));
  return fmt::format("{}", fmt::join(shown, ", "));
}

/// What was asked for, in the words of the request.
std::string nothing_found(const SearchRequest& request) {
  const bool words = request.query.find_first_not_of(" \t\r\n") != std::string::npos;
  std::string sentence = "No passage has ";
  sentence += words ? "what was asked for: " + request.query : std::string("what was asked for");
  const std::string filters = shown_filters(request);
  if (!filters.empty()) sentence += fmt::format(" (filters: {})", filters);
  return sanitized(sentence) + (words && filters.empty() ? "" : ".");
}

std::string summary_of(const SearchResults& results, const SearchRequest& request,
                       std::string_view window) {
  if (results.total_passages == 0) return nothing_found(request);
  std::string stories;
  if (results.total_stories != 0 && results.total_stories != results.total_articles)
    stories = results.total_stories == 1 ? " of one story"
                                         : fmt::format(" of {} stories", results.total_stories);
  return fmt::format("{} in {}{}{}", counted(results.total_passages, "passage"),
                     counted(results.total_articles, "article"), stories, window);
}

void append_matched_as(std::string& out, const NameMatch& match, const TextStyle& style) {
  std::string line = match.text + ":";
  if (!match.ids.empty()) {
    line += fmt::format(" matched as {}",
                        fmt::join(match.names.empty() ? match.ids : match.names, ", "));
    if (match.tier != "exact") line += ", which is spelled alike";
  }
  if (!match.spellings.empty())
    line += fmt::format("{} also searched for as {}", match.ids.empty() ? "" : ";",
                        fmt::join(match.spellings, ", "));
  append_lines(out, sanitized(line), 0, style);
}

/// The likeliest query that was not searched for.
void append_suggestion(std::string& out, const SearchResults& results, const TextStyle& style) {
  for (const QuerySuggestion& suggestion : results.suggestions) {
    if (suggestion.query == results.corrected_query) continue;
    append_lines(out, sanitized("did you mean: " + suggestion.query), 0, style);
    return;
  }
}

}  // namespace

std::string window_of(const SearchResults& results) {
  if (results.hits.size() >= results.total_hits) return {};
  if (results.hits.empty()) return ", none shown";
  if (results.hits.size() == 1) return fmt::format(", number {} shown", results.hits[0].rank);
  return fmt::format(", {} to {} shown", results.hits.front().rank, results.hits.back().rank);
}

void append_summary(std::string& out, const SearchResults& results, const SearchRequest& request,
                    std::string_view window, const TextStyle& style) {
  append_lines(out, summary_of(results, request, window), 0, style);
  for (const std::string& note : results.notes) append_lines(out, sanitized(note), 0, style);
  for (const NameMatch& match : results.matched_as) append_matched_as(out, match, style);
  append_suggestion(out, results, style);
}

}  // namespace furat::cli
