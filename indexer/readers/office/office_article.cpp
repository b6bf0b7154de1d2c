#include "indexer/readers/office/office_article.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/text/ascii.hpp"
#include "indexer/readers/document_properties.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/office/xml_stream.hpp"
#include "indexer/readers/office/zip_members.hpp"
#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer::office {
namespace {

constexpr std::string_view kMemberHeader = "PK\x03\x04";
constexpr std::size_t kHeaderSize = 30;  // what stands before the name of a member

std::size_t size_at(std::string_view head, std::size_t at) {
  return static_cast<unsigned char>(head[at]) +
         (static_cast<std::size_t>(static_cast<unsigned char>(head[at + 1])) << 8U);
}

/// One clean line.
std::string line_of(std::string_view text) {
  std::string line;
  SourceMap unused;
  TextCleaner cleaner(line, unused);
  cleaner.put_utf8(text, 0);
  cleaner.finish();
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return line;
}

}  // namespace

bool is_zip(std::string_view head) { return head.starts_with(kMemberHeader); }

bool head_holds_member(std::string_view head, std::string_view prefix) {
  // Sizes may be said only behind a member, so headers are searched for.
  for (std::size_t at = head.find(kMemberHeader); at != std::string_view::npos;
       at = head.find(kMemberHeader, at + kMemberHeader.size())) {
    if (at + kHeaderSize > head.size()) return false;
    const auto name = head.substr(at + kHeaderSize, size_at(head, at + 26));
    if (name.starts_with(prefix)) return true;
  }
  return false;
}

bool has_ending(std::string_view file_name, std::string_view ending) {
  return file_name.size() >= ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), file_name.rbegin(),
                    [](char a, char b) { return a == analysis::lower_ascii(b); });
}

void warm_up() {
  XmlStream xml("<a b=\"c\"><d>e</d></a>");
  while (xml.next() != XmlStream::Event::finished) (void)xml.attribute("b");
  // An archive of no members: nothing but its end.
  const std::string empty = "PK\x05\x06" + std::string(18, '\0');
  (void)ZipMembers(empty).holds("word/document.xml");
}

void skip(std::string_view file, std::string message, const ReadSink& sink) {
  sink.problem({ReadProblem::Severity::skipped, std::string(file), std::move(message)});
}

void pass_on(OfficeDocument&& document, std::string_view file, const ReadSink& sink) {
  if (document.body.is_too_large())
    return skip(
        file,
        fmt::format("The text of the document is larger than {} MiB.", OfficeBody::kLargest >> 20U),
        sink);
  Article article;
  article.id = article.file = std::string(file);
  article.extracted = true;
  document.body.finish(article);
  if (!holds_text(article.body)) {
    return skip(file, document.fault.empty() ? "The document has no text." : document.fault, sink);
  }
  article.title = sane_title(line_of(document.properties.title), file);
  if (article.title.empty()) article.title = sane_title(line_of(document.shown_title), file);
  article.author = sane_author(line_of(document.properties.author));
  article.published = document.properties.published;
  if (article.published) article.published_method = published_by::kDocumentProperty;
  if (!document.fault.empty())
    sink.problem({ReadProblem::Severity::warning, std::string(file),
                  fmt::format("{} What comes before was read.", document.fault)});
  sink.article(std::move(article));
}

}  // namespace furat::indexer::office
