#include "analysis/text/sentences.hpp"

#include "tests/support/catch.hpp"

using namespace furat::analysis;

namespace {

std::vector<std::string> cut(const std::string& text) {
  std::vector<std::string> result;
  for (const auto& span : sentences(text)) result.emplace_back(span.of(text));
  return result;
}

using Sentences = std::vector<std::string>;

struct SentenceCase {
  const char* text;
  Sentences sentences;
};

}  // namespace

TEST_CASE("sentences end where a reader ends them") {
  const auto c = GENERATE(
      SentenceCase{"One. Two! Three? Four", {"One.", "Two!", "Three?", "Four"}},
      SentenceCase{"Gen. Asapov died. Troops left.", {"Gen. Asapov died.", "Troops left."}},
      SentenceCase{"The U.S. army came. It left.", {"The U.S. army came.", "It left."}},
      SentenceCase{"Fired by the U.S. The army left.", {"Fired by the U.S.", "The army left."}},
      SentenceCase{"On Feb. 9 it began.", {"On Feb. 9 it began."}},
      SentenceCase{"He said: \u201CGo.\u201D They went.",
                   {"He said: \u201CGo.\u201D", "They went."}},
      SentenceCase{"About 3.5 km. away", {"About 3.5 km. away"}},
      SentenceCase{"1. Mosul\n2. Raqqa", {"1. Mosul\n2. Raqqa"}},
      SentenceCase{"A heading\n\nA text.", {"A heading", "A text."}},
      SentenceCase{"هل انتهى؟ نعم. انتهى", {"هل انتهى؟", "نعم.", "انتهى"}},
      SentenceCase{"Wait... what? No.", {"Wait... what?", "No."}}, SentenceCase{"", {}},
      SentenceCase{" \n ", {}});
  CAPTURE(c.text);
  CHECK(cut(c.text) == c.sentences);
}
