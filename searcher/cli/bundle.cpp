#include "searcher/cli/bundle.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include "furat/version.hpp"
#include "searcher/formats/json_format.hpp"
#include "searcher/formats/json_parts.hpp"
#include "searcher/formats/request_json.hpp"

namespace furat::cli {

using formats::format_json;
using formats::Json;
using formats::json_request;
using formats::json_text;
using formats::request_of_json;
using formats::written;

namespace {

Json json_index(const IndexInfo& index) {
  return {{"digest", json_text(index.digest)},
          {"articles", index.articles},
          {"passages", index.passages}};
}

/// What was asked, without what has no say in the answer or cannot be asked for at the prompt:
/// bundles of version 1 have none of it.
Json asked(const SearchRequest& request) {
  auto json = json_request(request);
  json.erase("timeout_ms");
  json.erase("snippet_fragments");
  return json;
}

/// The answer without what a rebuild of the same index changes.
Json comparable(Json results) {
  if (results.is_object()) results.erase("generation");
  return results;
}

constexpr std::size_t kMostLines = 50;

void append_differences(const std::string& where, const Json& before, const Json& now,
                        std::vector<std::string>& lines);

/// All keys are compared that this program writes: version 1 has them all, and a bundle that lacks
/// one proves nothing of it. Those it does not know are a newer program's, but for dimensions.
void append_key_differences(const std::string& where, const Json& before, const Json& now,
                            std::vector<std::string>& lines) {
  for (const auto& [key, value] : now.items()) {
    if (before.contains(key))
      append_differences(where + "/" + key, before.at(key), value, lines);
    else if (lines.size() < kMostLines)
      lines.push_back(where + "/" + key + ": missing");
  }
  if (where != "/results/facets") return;
  for (const auto& [key, value] : before.items())
    if (!now.contains(key) && lines.size() < kMostLines)
      lines.push_back(where + "/" + key + ": was not asked for");
}

/// Several databases add up what makes a score in another order than one.
bool is_same_number(const Json& before, const Json& now) {
  constexpr double kLastDigits = 1e-9;
  if (!before.is_number_float() || !now.is_number_float()) return false;
  const auto a = before.get<double>(), b = now.get<double>();
  return std::abs(a - b) <= kLastDigits * std::max(std::abs(a), std::abs(b));
}

/// What two values differ in, as "/hits/0/score: 1.5, now 1.25".
void append_differences(const std::string& where, const Json& before, const Json& now,
                        std::vector<std::string>& lines) {
  if (before == now || is_same_number(before, now) || lines.size() >= kMostLines) return;
  if (before.is_object() && now.is_object()) {
    append_key_differences(where, before, now, lines);
    return;
  }
  if (before.is_array() && now.is_array() && before.size() == now.size()) {
    for (std::size_t i = 0; i < before.size(); ++i)
      append_differences(where + "/" + std::to_string(i), before[i], now[i], lines);
    return;
  }
  if (before.is_array() && now.is_array()) {
    lines.push_back(where + ": " + std::to_string(before.size()) + " entries, now " +
                    std::to_string(now.size()));
    return;
  }
  lines.push_back(where + ": " + before.dump(-1, ' ', true) + ", now " + now.dump(-1, ' ', true));
}

Json parsed(const std::string& text) {
  Json bundle = Json::parse(text, nullptr, false);
  if (!bundle.is_object() || !bundle.contains("bundle_version") || !bundle.contains("request") ||
      !bundle.contains("index") || !bundle.contains("results") || !bundle.contains("program"))
    throw std::runtime_error("this is no evidence bundle");
  if (bundle.at("bundle_version") != kBundleVersion)
    throw std::runtime_error("the bundle has version " + bundle.at("bundle_version").dump() +
                             ", this program reads version " + std::to_string(kBundleVersion));
  return bundle;
}

SearchRequest request_in(const Json& bundle) {
  try {
    return request_of_json<SearchRequest>(bundle.at("request"), json::UnknownKeys::passed_over);
  } catch (const RequestError& error) {
    throw std::runtime_error("the request of the bundle cannot be read: " +
                             std::string(error.what()));
  }
}

}  // namespace

std::string format_bundle(const SearchResults& results, const SearchRequest& request,
                          const IndexInfo& index) {
  return written({{"bundle_version", kBundleVersion},
                  {"program", json_text(version_text())},
                  {"index", json_index(index)},
                  {"request", asked(request)},
                  {"results", Json::parse(format_json(results, request))}},
                 2);
}

void write_bundle(const std::string& path, const SearchResults& results,
                  const SearchRequest& request, const Searcher& searcher) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << format_bundle(results, request, searcher.info());
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path);
}

std::vector<std::string> replay_bundle(const std::string& text, const Searcher& searcher) {
  const auto bundle = parsed(text);
  const auto request = request_in(bundle);
  const auto results = searcher.search(request);
  std::vector<std::string> lines;
  append_differences("/program", bundle.at("program"), json_text(version_text()), lines);
  append_differences("/request", bundle.at("request"), asked(request), lines);
  append_differences("/index", bundle.at("index"), json_index(searcher.info()), lines);
  append_differences("/results", comparable(bundle.at("results")),
                     comparable(Json::parse(format_json(results, request))), lines);
  return lines;
}

}  // namespace furat::cli
