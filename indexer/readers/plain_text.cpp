#include "indexer/readers/plain_text.hpp"

#include <fmt/format.h>

#include "indexer/readers/decode.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/text_shape.hpp"

namespace furat::indexer {
namespace {

void warn_of_decoding(std::string_view file, const DecodedText& decoded, const ReadSink& sink) {
  const bool unicode = decoded.encoding.starts_with("UTF-");
  std::string message;
  if (!unicode)
    message = fmt::format("The text is not UTF-8; it was read as {}.", decoded.encoding);
  if (decoded.replaced > 0) {
    if (!message.empty()) message += ' ';
    message += fmt::format("{} undecodable {} replaced by U+FFFD.", decoded.replaced,
                           decoded.replaced == 1 ? "byte was" : "bytes were");
  }
  if (message.empty()) return;
  sink.problem({ReadProblem::Severity::warning, std::string(file), std::move(message)});
}

}  // namespace

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
  warn_of_decoding(file, decoded, sink);
  Article article;
  article.id = std::string(file);
  article.file = std::string(file);
  article.body = std::move(decoded.text);
  article.map = std::move(decoded.map);
  sink.article(std::move(article));
}

}  // namespace furat::indexer
