// Any bytes through what cuts texts: tokens, sentences, folded forms.
#include "analysis/text/printable.hpp"
#include "analysis/text/sentences.hpp"
#include "analysis/text/term_analyzer.hpp"
#include "analysis/text/tokenizer.hpp"
#include "tests/fuzz/invariants.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

constexpr std::size_t kLongestFold = 64;

void check_tokens(const analysis::TokenizedText& text) {
  std::vector<analysis::ByteSpan> spans;
  for (const auto& token : text.tokens()) {
    spans.push_back(token.span);
    const auto folded = text.folded(token);
    require(!folded.empty() && folded.size() <= kLongestFold, "a folded word is short");
    require_clean(folded, "");
  }
  require_ascending<analysis::ByteSpan>(spans, text.text());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  // Queries and names come without the cleaning that readers do.
  (void)analysis::tokenize(input.rest());
  (void)analysis::sentences(input.rest());
  const auto text = cleaned(input.rest());
  check_tokens(analysis::tokenize(text));
  require_ascending<analysis::ByteSpan>(analysis::sentences(text), text);
  return 0;
}
