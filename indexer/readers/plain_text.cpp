#include "indexer/readers/plain_text.hpp"

#include <fmt/format.h>

#include "indexer/readers/decode.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
bool accepts_plain_text(std::string_view, std::string_view head) { return !is_binary(head); }

void read_plain_text(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  const auto skip = [&](std::string message) {
    sink.problem({ReadProblem::Severity::skipped, std::string(file), std::move(message)});
  };
  if (bytes.size() > kLargestArticle) {
    skip(fmt::format("The file is larger than {} MiB.", kLargestArticle >> 20));
    return;
  }
  DecodedText decoded = decode(bytes);
  if (!holds_text(decoded.text)) {
    skip("The file holds no text.");
    return;
  }
  if (auto warning = decoding_warning(decoded); !warning.empty())
    sink.problem({ReadProblem::Severity::warning, std::string(file), std::move(warning)});
  Article article;
  article.id = std::string(file);
  article.file = std::string(file);
  article.body = std::move(decoded.text);
  article.map = std::move(decoded.map);
  sink.article(std::move(article));
}

}  // namespace furat::indexer
