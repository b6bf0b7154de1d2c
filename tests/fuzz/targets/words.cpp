// Any bytes through what cuts texts: tokens, sentences, folded forms.
#include "analysis/text/sentences.hpp"
#include "analysis/text/term_analyzer.hpp"
#include "analysis/text/tokenizer.hpp"
#include "tests/fuzz/invariants.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;

constexpr std::size_t kLongestFold = 64;

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  const auto tokens = analysis::tokenize(text);
  for (const auto& token : tokens.tokens()) words.emplace_back(tokens.folded(token));
  return words;
}

/// A query has the words of a text, but not their neighbours.
void check_cuts(const analysis::TokenizedText& text) {
  std::vector<std::string> behind_another{"e"};
  for (const auto& token : text.tokens()) {
    const std::string folded(text.folded(token));
    require(folded_words(text.source(token)) == std::vector{folded}, "a word alone is that word");
    behind_another.push_back(folded);
  }
  require(folded_words("\u00E9\u2014" + std::string(text.text())) == behind_another,
          "how a word is cut depends on nothing else in its chunk");
}

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
  const auto words = analysis::tokenize(text);
  check_tokens(words);
  check_cuts(words);
  require_ascending<analysis::ByteSpan>(analysis::sentences(text), text);
  return 0;
}
