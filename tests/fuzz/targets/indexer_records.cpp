// Any bytes as what the indexer alone decodes: the stream from an isolated reader or, with an odd
// first byte, the record of a lexicon.
#include "indexer/lexicon_record.hpp"
#include "tests/fuzz/read_file.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

/// A reader's process may have been taken over: whatever it sends must be fit to be split.
void check_stream(std::string_view bytes) {
  (void)indexer::decode_stream(
      bytes,
      {[](indexer::Article&& article) {
         require_clean(article.body, "\n\t");
         require(article.map.derived_size() == article.body.size(), "the map covers the body");
         for (const auto& passage : indexer::split_passages(article).passages)
           require(passage.map.derived_size() == passage.text.size(), "the map covers the text");
       },
       [](indexer::ReadProblem&& problem) { require_clean(problem.message, ""); }});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  if (input.choice(2) == 0)
    check_stream(input.rest());
  else
    (void)indexer::decode_lexicon_record(input.rest());
  return 0;
}
