#include "indexer/update/given_articles.hpp"

#include <memory>
#include <utility>

#include "index/schema.hpp"
#include "index/sha256.hpp"
#include "indexer/input_digest.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/record_values.hpp"
#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {
namespace {

/// Why the article cannot be taken as it is; empty if it can.
std::string_view fault_of(const GivenArticle& given) {
  if (given.id.empty()) return "The article has no id.";
  if (holds_controls(given.id)) return "The id holds control characters.";
  if (given.body.size() > kLargestArticle) return "The body is too long.";
  return {};
}

void fill_metadata(Article& article, const GivenArticle& given, Warnings& warnings) {
  article.title = one_line(given.title);
  article.source = one_line(given.source);
  article.author = one_line(given.author);
  article.url = one_line(given.url);
  if (given.published.empty()) return;
  article.published = iso_day_or_timestamp(given.published);
  if (article.published)
    article.published_method = published_by::kRecord;
  else
    warnings.add("The day of publication is no day YYYY-MM-DD and is ignored.");
}

}  // namespace

std::optional<GivenFile> read_given(const GivenArticle& given, const ProblemSink& problem) {
  if (const auto fault = fault_of(given); !fault.empty()) {
    problem({true, given.id, std::string(fault)});
    return std::nullopt;
  }
  Article article;
  article.id = given.id;
  article.file = given.id;
  TextCleaner cleaner(article.body, article.map);
  cleaner.put_utf8(given.body, 0);
  cleaner.finish();
  if (!holds_text(article.body)) {
    problem({true, given.id, "The body is empty."});
    return std::nullopt;
  }
  Warnings warnings;
  if (cleaner.replaced() != 0) warnings.add("Bytes of the body that are no UTF-8 were replaced.");
  fill_metadata(article, given, warnings);
  if (!warnings.text().empty()) problem({false, given.id, warnings.text()});

  auto lines = std::make_shared<const LineIndex>(given.body);
  const auto digest = input_digest(article, *lines);
  FileContents contents;
  contents.digest = index::stable_hash(given.body);
  contents.sha256 = index::sha256(given.body);
  contents.parsed = true;
  return GivenFile{{std::move(article), std::move(lines), digest}, std::move(contents)};
}

GivenFiles::GivenFiles(FilePlan& plan) : plan_(plan) {
  for (auto& record : plan.given) before_.emplace(record.name, record);
}

bool GivenFiles::enter(const GivenArticle& given) {
  if (!entered_.insert(given.id).second) return false;
  index::FileRecord record;
  record.input = plan_.given_input;
  record.name = given.id;
  if (auto known = before_.extract(given.id)) record = std::move(known.mapped());
  plan_.known.push_back(std::move(record));
  plan_.to_read.push_back({{plan_.given_input, given.id, given.body.size(), 0}, std::nullopt});
  return true;
}

std::size_t GivenFiles::keep_rest() {
  std::size_t articles = 0;
  for (auto& record : plan_.given) {
    if (!before_.contains(record.name)) continue;
    articles += record.articles.size();
    plan_.kept.push_back(std::move(record));
  }
  return articles;
}

}  // namespace furat::indexer
