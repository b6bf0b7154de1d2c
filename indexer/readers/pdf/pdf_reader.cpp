#include "indexer/readers/pdf/pdf_reader.hpp"

#include <fmt/format.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <memory>
#include <optional>

#include "indexer/readers/document_properties.hpp"
#include "indexer/readers/limits.hpp"
#include "indexer/readers/pdf/sheets.hpp"

namespace furat::indexer {
namespace {

using namespace pdf;

constexpr std::size_t kHeadOfFile = 1024;
constexpr int kMostPages = 5000;
constexpr std::size_t kMostText = std::size_t{64} << 20U;

struct Pages {
  std::vector<Sheet> sheets;
  std::size_t unreadable = 0;
  bool too_much = false;
};

/// The words of all pages: running heads are known only when all have been seen.
Pages read_pages(const poppler::document& document) {
  Pages pages;
  PageWordReader reader;
  std::size_t text = 0;
  for (int i = 0; i < document.pages() && !pages.too_much; ++i) {
    const std::unique_ptr<poppler::page> page(document.create_page(i));
    if (!page) {
      ++pages.unreadable;
      continue;
    }
    for (auto& words : reader.read(*page)) {
      text += words.text.size();
      if (!words.words.empty())
        pages.sheets.push_back({static_cast<std::uint32_t>(i) + 1, std::move(words)});
    }
    pages.too_much = text > kMostText;
  }
  return pages;
}

std::string property(const poppler::ustring& text) { return clean_text(text); }

/// Why no article can be had from the document as a whole.
std::optional<std::string> fault_of(const poppler::document* document) {
  if (document == nullptr) return "The PDF is damaged and cannot be opened.";
  if (document->is_locked()) return "The PDF is encrypted and needs a password.";
  if (document->pages() <= 0) return "The PDF has no pages.";
  if (document->pages() > kMostPages)
    return fmt::format("The PDF has {} pages; the limit is {}.", document->pages(), kMostPages);
  return std::nullopt;
}

void ignore_message(const std::string&, void*) {}

}  // namespace

bool accepts_pdf(std::string_view, std::string_view head) {
  return head.substr(0, kHeadOfFile).find("%PDF-") != std::string_view::npos;
}

void read_pdf(std::string_view file, std::string_view bytes, const ReadSink& sink) {
  const auto tell = [&](ReadProblem::Severity severity, std::string message) {
    sink.problem({severity, std::string(file), std::move(message)});
  };
  const auto skip = [&](std::string message) {
    tell(ReadProblem::Severity::skipped, std::move(message));
  };
  if (bytes.size() > kLargestArticle)
    return skip(fmt::format("The file is larger than {} MiB.", kLargestArticle >> 20U));
  poppler::set_debug_error_function(ignore_message, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (auto fault = fault_of(document.get())) return skip(std::move(*fault));
  const auto pages = read_pages(*document);
  if (pages.too_much)
    return skip(fmt::format("The text of the PDF is larger than {} MiB.", kMostText >> 20U));
  Article article;
  article.id = article.file = std::string(file);
  article.extracted = true;
  article.title = sane_title(property(document->get_title()), file);
  article.author = sane_author(property(document->get_author()));
  add_text(pages.sheets, article);
  if (!holds_text(article.body)) {
    return skip(pages.unreadable > 0 ? "The pages of the PDF are damaged and cannot be read."
                                     : "The PDF has no text; it may be a scan.");
  }
  if (pages.unreadable > 0)
    tell(ReadProblem::Severity::warning,
         fmt::format("{} of {} pages are damaged and were left out.", pages.unreadable,
                     document->pages()));
  sink.article(std::move(article));
}

void warm_up_pdf() {
  // Poppler finds the objects of a file without a table of them.
  constexpr std::string_view kOneWord =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
      "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
      "4 0 obj<</Length 32>>stream\nBT /F 9 Tf 9 9 Td (word) Tj ET   \nendstream endobj\n"
      "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
      "trailer<</Root 1 0 R>>\n%%EOF\n";
  read_pdf("word.pdf", kOneWord, {[](Article&&) {}, [](ReadProblem&&) {}});
}

}  // namespace furat::indexer
