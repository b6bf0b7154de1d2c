#include "indexer/metadata/complete_metadata.hpp"

#include <algorithm>
#include <string_view>

#include "analysis/text/utf8.hpp"
#include "indexer/metadata/date_in_file_name.hpp"
#include "indexer/metadata/date_in_url.hpp"
#include "indexer/metadata/dateline.hpp"

namespace furat::indexer {
namespace {

// Every hit shows the title: one of a megabyte would make an answer of gigabytes.
constexpr std::size_t kLongestTitle = 1000;  // bytes
constexpr std::size_t kLongestName = 300;
constexpr std::size_t kLongestUrl = 4096;

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

void cut(std::string& value, std::size_t longest) {
  constexpr std::string_view kEllipsis = "…";
  if (value.size() <= longest) return;
  value.resize(analysis::whole_characters(value, longest - kEllipsis.size()).size());
  value += kEllipsis;
}

/// The day in the first line of one of the first passages: a headline may be a passage of its own.
std::optional<std::chrono::sys_days> day_in_datelines(const SplitArticle& split) {
  constexpr std::size_t kMostLines = 3;
  std::size_t lines = 0;
  for (const Passage& passage : split.passages) {
    std::string_view text = passage.body();
    while (!text.empty() && lines++ < kMostLines) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (const auto day = dateline_day(text.substr(0, end))) return day;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (lines >= kMostLines) break;
  }
  return std::nullopt;
}

void complete_published(Article& article, const SplitArticle& split) {
  const auto state = [&article](std::optional<std::chrono::sys_days> day, std::string_view method) {
    if (article.published || !day) return;
    article.published = day;
    article.published_method = method;
  };
  state(date_in_url(article.url), published_by::kUrl);
  state(split.date_line, published_by::kDateLine);
  if (!article.published) state(day_in_datelines(split), published_by::kDateline);
  // The day in the name of a file of records is when they were gathered. Where two files have one
  // name, the id is the whole path.
  if (article.id.ends_with(article.file))
    state(date_in_file_name(article.file), published_by::kFileName);
}

}  // namespace

void complete_metadata(Article& article, const SplitArticle& split) {
  fill(article.title, split.header.title);
  fill(article.title, split.title);
  fill(article.source, split.header.source);
  fill(article.author, split.header.author);
  fill(article.url, split.header.url);
  complete_published(article, split);
  cut(article.title, kLongestTitle);
  cut(article.source, kLongestName);
  cut(article.author, kLongestName);
  if (article.url.size() > kLongestUrl) article.url.clear();
}

}  // namespace furat::indexer
