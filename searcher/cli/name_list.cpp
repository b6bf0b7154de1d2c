#include "searcher/cli/name_list.hpp"

#include <unordered_set>

#include "searcher/formats/json_parts.hpp"
#include "searcher/formats/sanitize.hpp"

namespace furat::cli {

using formats::json_text;
using formats::json_texts;
using formats::sanitized;
using formats::written;

namespace {

template <class Name>
std::vector<std::string> each_once(const SearchResults& results, Name name) {
  std::vector<std::string> names;
  std::unordered_set<std::string> seen;
  for (const Hit& hit : results.hits)
    if (seen.insert(name(hit)).second) names.push_back(name(hit));
  return names;
}

}  // namespace

std::vector<std::string> article_ids(const SearchResults& results) {
  return each_once(results, [](const Hit& hit) { return hit.article.id; });
}

std::vector<std::string> file_names(const SearchResults& results) {
  return each_once(results, [](const Hit& hit) { return hit.article.file; });
}

std::string format_lines(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += sanitized(name) + '\n';
  return out;
}

std::string format_null(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += name + '\0';
  return out;
}

std::string format_names_json(const std::vector<std::string>& names) {
  return written(json_texts(names), 2);
}

std::string format_names_jsonl(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += written(json_text(name), -1);
  return out;
}

}  // namespace furat::cli
