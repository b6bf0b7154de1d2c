// Any bytes as a file of --lexicon or, with an odd first byte, as a GeoNames dump.
#include <sstream>

#include "analysis/lexicon/lexicon.hpp"
#include "analysis/lexicon/lexicon_image.hpp"
#include "analysis/places/geonames.hpp"
#include "tests/fuzz/file_of_bytes.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

using namespace furat::analysis;
using namespace furat::fuzz;

void check_lexicon(std::string_view bytes) {
  static const FileOfBytes file("rows.toml");
  file.write(bytes);
  Lexicon lexicon;
  try {
    add_lexicon_file(lexicon, file.path());
  } catch (const LexiconError&) {
    return;
  }
  (void)faults_of(lexicon);
  const auto again = unpack_lexicon(pack(lexicon));
  require(again && again->places.size() == lexicon.places.size() &&
              again->actors.size() == lexicon.actors.size(),
          "a lexicon can be packed and unpacked");
}

void check_dump(std::string_view bytes) {
  std::istringstream dump{std::string(bytes)};
  std::vector<GazetteerRow> rows;
  (void)read_geonames(dump, rows, [](std::size_t line, const std::string& fault) {
    require(line > 0 && !fault.empty(), "a fault has a line and a sentence");
  });
  const auto given = rows.size();
  const auto image = compile_gazetteer(std::move(rows));
  const auto view = GazetteerImage::view(image);
  require(view.has_value(), "a compiled gazetteer can be read");
  require(view->size() <= given, "rows are joined, never made");
  for (std::uint32_t row = 0; row < view->size(); ++row) (void)view->place(row);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  if (input.choice(2) == 0)
    check_lexicon(input.rest());
  else
    check_dump(input.rest());
  return 0;
}
