// Parts of an office document, parted by NUL bytes, packed and read as FURAT_FUZZ_FORMAT: docx or
// odt. A fuzzer would hardly make zip archives itself; what begins like one is taken as it is.
#include <algorithm>
#include <array>

#include "indexer/readers/office/docx_reader.hpp"
#include "indexer/readers/office/odt_reader.hpp"
#include "tests/fuzz/read_file.hpp"
#include "tests/support/zip_writer.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

constexpr bool kDocx = std::string_view(FURAT_FUZZ_FORMAT) == "docx";
constexpr std::array<const char*, 5> kDocxParts{"word/document.xml", "word/styles.xml",
                                                "word/footnotes.xml", "docProps/core.xml",
                                                "docProps/custom.xml"};
constexpr std::array<const char*, 3> kOdtParts{"content.xml", "styles.xml", "meta.xml"};

template <class Names>
std::string packed(std::string_view parts, const Names& names) {
  std::vector<std::pair<std::string, std::string>> members;
  if (!kDocx) members.emplace_back("mimetype", "application/vnd.oasis.opendocument.text");
  const auto pieces = pieces_of(parts, '\0');
  for (std::size_t i = 0; i < std::min(pieces.size(), names.size()); ++i)
    members.emplace_back(names[i], pieces[i]);
  return test::zip_of(members, false);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto read = kDocx ? indexer::read_docx : indexer::read_odt;
  if (input.rest().starts_with("PK\x03\x04"))
    check_file(read, input.rest());
  else
    check_file(read, kDocx ? packed(input.rest(), kDocxParts) : packed(input.rest(), kOdtParts));
  return 0;
}
