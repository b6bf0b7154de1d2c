#include "indexer/readers/markdown/markdown.hpp"

#include <fmt/format.h>

#include "indexer/readers/decode.hpp"
#include "indexer/readers/file_ending.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/markdown/front_matter.hpp"
#include "indexer/readers/markdown/markdown_body.hpp"
#include "indexer/readers/record_values.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
namespace {

void fill_metadata(Article& article, const FrontMatter& matter, Warnings& warnings) {
  article.title = matter.title;
  article.author = matter.author;
  article.source = matter.source;
  article.url = matter.url;
  if (matter.published.empty()) return;
  article.published = stated_day(matter.published);
  if (article.published)
    article.published_method = published_by::kFrontMatter;
  else
    warnings.add("The date of the front matter states no day that is sure and is ignored.");
}

/// The text below the front matter as it stands.
void fill_plain_body(Article& article, const DecodedText& decoded, std::size_t begin) {
  article.body = decoded.text.substr(begin);
  article.map.append_from(decoded.map, static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(decoded.text.size()));
}

}  // namespace

bool accepts_markdown(std::string_view file_name, std::string_view head) {
  if (is_binary(head)) return false;
  return has_file_ending(file_name, ".md") || has_file_ending(file_name, ".markdown") ||
         begins_with_front_matter(head);
}

void read_markdown(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  const auto skip = [&](std::string message) {
    sink.problem({ReadProblem::Severity::skipped, std::string(file), std::move(message)});
  };
  if (bytes.size() > kLargestArticle)
    return skip(fmt::format("The file is larger than {} MiB.", kLargestArticle >> 20));
  const DecodedText decoded = decode(bytes);
  Warnings warnings;
  if (const auto warning = decoding_warning(decoded); !warning.empty()) warnings.add(warning);
  const FrontMatter matter = front_matter(decoded.text);
  if (!matter.problem.empty()) warnings.add(matter.problem);

  Article article;
  article.id = std::string(file);
  article.file = std::string(file);
  fill_metadata(article, matter, warnings);
  MarkdownBody body = markdown_body(decoded, matter.size);
  if (body.given_up.empty()) {
    article.body = std::move(body.text);
    article.map = std::move(body.map);
    article.blocks = std::move(body.blocks);
    if (article.title.empty()) article.title = one_line(body.title);
  } else {
    warnings.add(body.given_up + " It was read as plain text.");
    fill_plain_body(article, decoded, matter.size);
  }
  if (!holds_text(article.body)) return skip("The file holds no text.");
  if (!warnings.text().empty())
    sink.problem({ReadProblem::Severity::warning, std::string(file), warnings.text()});
  sink.article(std::move(article));
}

}  // namespace furat::indexer
