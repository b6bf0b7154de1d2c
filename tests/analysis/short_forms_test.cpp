#include "analysis/actors/short_forms.hpp"

#include <string>
#include <string_view>

#include "tests/support/catch.hpp"

using furat::analysis::short_form;
using furat::analysis::ShortForm;
using furat::analysis::tokenize;

namespace {

/// The whole of `text` as a short form; its letters, empty if it is none.
std::string letters_of(std::string_view text) {
  const auto tokens = tokenize(text);
  const auto form = short_form(tokens, 0, tokens.size());
  return form ? form->letters : "";
}

ShortForm form_of(std::string_view text) {
  const auto tokens = tokenize(text);
  return short_form(tokens, 0, tokens.size()).value();
}

}  // namespace

TEST_CASE("acronyms have capitals that are not outnumbered") {
  CHECK(letters_of("SDF") == "sdf");
  CHECK(letters_of("S.D.F.") == "sdf");
  CHECK(letters_of("SyAAF") == "syaaf");
  CHECK(letters_of("MoD") == "mod");
  CHECK(letters_of("5SFG") == "5sfg");
  CHECK(letters_of("MDR-TB") == "mdrtb");
  CHECK(letters_of("CJTF-OIR") == "cjtfoir");
  for (const auto* text : {"S", "sdf", "km", "McKinleyson", "2014", "A2014", "SDF fighters",
                           "SDF, YPG", "ABCDEFGHIJK", "a-b-C-D", ""})
    CHECK(letters_of(text).empty());
}

TEST_CASE("a plural s is no letter of an acronym") {
  CHECK(letters_of("IEDs") == "ied");
  CHECK(letters_of("SDF's") == "sdf");
  CHECK(letters_of("ISIS") == "isis");
}

TEST_CASE("a word with one capital may be an acronym that is spoken") {
  CHECK(letters_of("Unicef") == "unicef");
  CHECK(form_of("Unicef").one_capital);
  CHECK(letters_of("Era").empty());
  CHECK(!form_of("UNICEF").one_capital);
}

TEST_CASE("what brackets hold for itself is marked") {
  CHECK(form_of("AFP").reserved);
  CHECK(form_of("GMT").reserved);
  CHECK(!form_of("SDF").reserved);
  CHECK(form_of("SDF").capitals);
  CHECK(!form_of("MoD").capitals);
  CHECK(!form_of("5SFG").capitals);
}
