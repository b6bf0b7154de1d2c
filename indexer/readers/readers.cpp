#include <algorithm>
#include <array>

#include "indexer/readers/csv.hpp"
#include "indexer/readers/html/html.hpp"
#include "indexer/readers/jsonl.hpp"
#include "indexer/readers/mail/mail.hpp"
#include "indexer/readers/markdown/markdown.hpp"
#include "indexer/readers/office/docx_reader.hpp"
#include "indexer/readers/office/odt_reader.hpp"
#include "indexer/readers/office/office_article.hpp"
#include "indexer/readers/pdf/pdf_reader.hpp"
#include "indexer/readers/plain_text.hpp"
#include "indexer/readers/reader.hpp"

namespace furat::indexer {
namespace {

// What is sure of its files comes first. A comment a line keeps them one a line.
constexpr std::array kReaders = {
    Reader{"pdf", accepts_pdf, read_pdf, true, warm_up_pdf},         // by its signature
    Reader{"docx", accepts_docx, read_docx, true, office::warm_up},  // by what it packs
    Reader{"odt", accepts_odt, read_odt, true, office::warm_up},     // likewise
    Reader{"jsonl", accepts_jsonl, read_jsonl},                      // by name
    Reader{"mail", accepts_mail, read_mail, true},        // by its header; GMime may overflow
    Reader{"csv", accepts_csv, read_csv},                 // by its first line
    Reader{"markdown", accepts_markdown, read_markdown},  // by front matter or name
    Reader{"html", accepts_html, read_html},              // by its tags or name
    Reader{"text", accepts_plain_text, read_plain_text},  // the rest
};

}  // namespace

std::span<const Reader> readers() { return kReaders; }

const Reader* reader_for(std::string_view file_name, std::string_view head) {
  const auto found = std::find_if(kReaders.begin(), kReaders.end(), [&](const Reader& reader) {
    return reader.accepts(file_name, head);
  });
  return found == kReaders.end() ? nullptr : &*found;
}

}  // namespace furat::indexer
