// Any bytes as a file in any encoding, decoded and split. A first byte that is odd cuts the body
// into given blocks.
#include "indexer/readers/decode.hpp"
#include "tests/fuzz/invariants.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

/// One block a line, its kind by the line's first letter.
std::vector<indexer::BodyBlock> blocks_of(std::string_view body) {
  std::vector<indexer::BodyBlock> blocks;
  std::uint32_t begin = 0;
  for (const auto line : pieces_of(body, '\n')) {
    const auto end = begin + static_cast<std::uint32_t>(line.size());
    if (!line.empty())
      blocks.push_back(
          {begin, end,
           static_cast<indexer::BlockKind>(static_cast<unsigned char>(line.front()) % 5)});
    begin = end + 1;
  }
  return blocks;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const bool given = input.byte() % 2 == 1;
  auto decoded = indexer::decode(input.rest());
  require_clean(decoded.text, "\n\t");
  require_map(decoded.map, decoded.text.size(), input.rest().size());
  indexer::Article article;
  article.body = std::move(decoded.text);
  article.map = std::move(decoded.map);
  if (given) article.blocks = blocks_of(article.body);
  require_passages(indexer::split_passages(article), input.rest().size());
  return 0;
}
