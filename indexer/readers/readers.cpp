#include <algorithm>
#include <array>

#include "indexer/readers/jsonl.hpp"
#include "indexer/readers/office/docx_reader.hpp"
#include "indexer/readers/office/odt_reader.hpp"
#include "indexer/readers/office/office_article.hpp"
#include "indexer/readers/pdf/pdf_reader.hpp"
#include "indexer/readers/plain_text.hpp"
#include "indexer/readers/reader.hpp"

namespace furat::indexer {
namespace {

constexpr std::array kReaders = {
    Reader{"jsonl", accepts_jsonl, read_jsonl},
    Reader{"pdf", accepts_pdf, read_pdf, true, warm_up_pdf},
    Reader{"docx", accepts_docx, read_docx, true, office::warm_up},
    Reader{"odt", accepts_odt, read_odt, true, office::warm_up},
    Reader{"text", accepts_plain_text, read_plain_text},
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
