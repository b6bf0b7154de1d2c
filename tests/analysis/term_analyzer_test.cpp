#include "analysis/text/term_analyzer.hpp"

#include "tests/support/catch.hpp"

using namespace furat::analysis;

TEST_CASE("English words are stemmed, other tokens are left alone") {
  TermAnalyzer analyzer;
  CHECK(analyzer.stem("negotiations") == analyzer.stem("negotiating"));
  CHECK(analyzer.stem("forces") == analyzer.stem("force"));
  CHECK(analyzer.stem("5th") == "5th");
  CHECK(analyzer.stem("2017") == "2017");
  CHECK(analyzer.stem("").empty());
}

TEST_CASE("the Arabic article and what is attached to it come off") {
  TermAnalyzer analyzer;
  CHECK(analyzer.stem("الزور") == "زور");
  CHECK(analyzer.stem("والزور") == "زور");
  CHECK(analyzer.stem("بالرقه") == "رقه");
  CHECK(analyzer.stem("ال") == "ال");
}

TEST_CASE("function words are known, names are not") {
  CHECK(is_stop_word("the"));
  CHECK(is_stop_word("with"));
  CHECK(is_stop_word("من"));
  CHECK(is_stop_word("عن"));
  CHECK_FALSE(is_stop_word("isis"));
  CHECK_FALSE(is_stop_word("علي"));
  CHECK_FALSE(is_stop_word("zor"));
}
