// Any bytes as a file of one format, FURAT_FUZZ_FORMAT, read in this process; its articles are
// split as well, and sent as an isolated reader would send them.
#include <algorithm>

#include "indexer/readers/isolation/read_stream.hpp"
#include "indexer/readers/reader.hpp"
#include "tests/fuzz/read_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace furat::fuzz;
  constexpr std::string_view kFormat = FURAT_FUZZ_FORMAT;
  static const auto reader =
      std::find_if(furat::indexer::readers().begin(), furat::indexer::readers().end(),
                   [&](const auto& candidate) { return candidate.name == kFormat; });
  require(reader != furat::indexer::readers().end(), "there is a reader of that name");
  FuzzInput input(data, size);
  (void)reader->accepts("file", input.rest().substr(0, 4096));
  check_file(reader->read, input.rest());
  return 0;
}
