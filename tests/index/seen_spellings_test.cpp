#include "index/seen_spellings.hpp"

#include "index/actor_kinds.hpp"
#include "index/schema.hpp"
#include "tests/support/catch.hpp"

using namespace furat::index;

TEST_CASE("a spelling is the words of the mention, without article, possessive and line ends") {
  CHECK(seen_spelling("Deir ez-Zor") == "Deir ez-Zor");
  CHECK(seen_spelling("the  Islamic\n State\xE2\x80\x99s") == "Islamic State");
  CHECK(seen_spelling("THE SDF'S") == "SDF");
  CHECK(seen_spelling(" \u00A0 دير \u2009الزور ") == "دير الزور");
  CHECK(seen_spelling("ISIS") != seen_spelling("Isis"));
  CHECK(seen_spelling("Theban Legion") == "Theban Legion");
  CHECK(seen_spelling("the").size() == 3);
  CHECK(seen_spelling(" \n").empty());
  CHECK(seen_spelling("'s").empty());
}

TEST_CASE("a long spelling is cut between characters") {
  std::string name;
  while (name.size() < 100) name += "\u0627";
  CHECK(seen_spelling(name) == name.substr(0, 80));
  CHECK(seen_spelling("x" + name) == "x" + name.substr(0, 78));
  CHECK(seen_spelling(std::string(79, 'x') + " yz").size() == 79);
}

TEST_CASE("a kind of actor has one number and one id") {
  for (std::uint32_t number = 0; number < kActorKinds.size(); ++number) {
    CHECK(actor_kind_number(kActorKinds[number].id) == number);
    CHECK(actor_kind(number)->label == kActorKinds[number].label);
  }
  CHECK_FALSE(actor_kind_number("city"));
  CHECK(actor_kind(kActorKinds.size()) == nullptr);
}
