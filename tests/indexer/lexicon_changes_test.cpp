#include "indexer/update/lexicon_changes.hpp"

#include <algorithm>

#include "analysis/lexicon/name_matcher.hpp"
#include "tests/support/catch.hpp"

using namespace furat;
using analysis::ActorEntry;
using indexer::lexicon_changes;
using indexer::WantedName;

namespace {

using Actors = std::vector<ActorEntry>;
using Words = std::vector<std::vector<std::string>>;

ActorEntry group(const std::string& id, const std::string& name) {
  return {.id = id, .name = name, .kind = "rebels"};
}

Words words_of(const indexer::LexiconChanges& changes) {
  Words words;
  for (const auto& name : changes.names) words.push_back(name.words);
  return words;
}

bool has(const indexer::LexiconChanges& changes, const std::string& term) {
  return std::find(changes.terms.begin(), changes.terms.end(), term) != changes.terms.end();
}

}  // namespace

TEST_CASE("the same rows want nothing") {
  const Actors rows{group("a", "Alpha Brigade"), group("b", "Beta Front")};
  const auto changes = lexicon_changes(rows, rows);
  CHECK_FALSE(changes.everywhere);
  CHECK(changes.names.empty());
  CHECK(changes.terms.empty());
}

TEST_CASE("a row that comes or goes concerns its names, and who names it") {
  const Actors without{group("a", "Alpha Brigade")};
  auto beta = group("b", "the Beta Front");
  beta.aliases = {"al-Beta"};
  const Actors with{group("a", "Alpha Brigade"), beta};
  const Words names{{"beta"}, {"the", "beta", "front"}};
  const auto come = lexicon_changes(without, with);
  CHECK(words_of(come) == names);
  CHECK(has(come, "XM:b"));
  CHECK(has(come, "XT:b"));
  CHECK_FALSE(come.everywhere);
  const auto gone = lexicon_changes(with, without);
  CHECK(words_of(gone) == names);
  CHECK(has(gone, "XA:b"));
}

TEST_CASE("of a row only the names that changed are wanted, unless it is another kind of actor") {
  auto was = group("a", "Alpha Brigade");
  was.aliases = {"Alphas"};
  auto is = was;
  is.aliases = {"Alphas", "Alpha Men"};
  CHECK(words_of(lexicon_changes(Actors{was}, Actors{is})) == Words{{"alpha", "men"}});
  is = was;
  is.needs_country = {"Alphas"};
  CHECK(words_of(lexicon_changes(Actors{was}, Actors{is})) == Words{{"alphas"}});
  is = was;
  is.kind = "state_forces";
  const auto kind = lexicon_changes(Actors{was}, Actors{is});
  CHECK(words_of(kind) == Words{{"alpha", "brigade"}, {"alphas"}});
  CHECK(has(kind, "XM:a"));
}

TEST_CASE("other parents concern what counts for the actor, years of its own nothing") {
  const Actors was{group("a", "Alpha Brigade"), group("b", "Beta Front")};
  auto is = was;
  is[0].parents = {{"b"}};
  const auto parents = lexicon_changes(was, is);
  CHECK(parents.names.empty());
  CHECK(parents.terms == std::vector<std::string>{"XA:a"});
  is = was;
  is[0].from_year = 2014;
  is[0].successor = "b";
  const auto years = lexicon_changes(was, is);
  CHECK(years.names.empty());
  CHECK(years.terms.empty());
}

TEST_CASE("a row for the government of a country concerns all bodies found of it") {
  ActorEntry government{.id = "x", .name = "Danish cabinet", .kind = "state"};
  government.country = "DK";
  government.national = "government";
  const auto changes = lexicon_changes({}, Actors{government});
  CHECK(has(changes, "XM:dk-government"));
  CHECK(has(changes, "XM:dk-foreign-ministry"));
}

TEST_CASE("rows in another order, and names that begin with an article, may change anything") {
  const Actors rows{group("a", "Alpha Brigade"), group("b", "Beta Front")};
  CHECK(lexicon_changes(rows, Actors{rows[1], rows[0]}).everywhere);
  CHECK(lexicon_changes(rows, Actors{rows[0], rows[1], group("c", "El Pais")}).everywhere);
  CHECK_FALSE(lexicon_changes(rows, Actors{group("c", "Pais"), rows[0], rows[1]}).everywhere);
}

TEST_CASE("a name can hide another one that is written with a stop") {
  const Actors was{group("a", "St. Aban Guard")};
  const Actors is{was[0], group("b", "St Aban")};
  CHECK(words_of(lexicon_changes(was, is)) == Words{{"st", "aban"}, {"st", "aban", "guard"}});
  const Actors other{was[0], group("b", "St Paul")};
  CHECK(words_of(lexicon_changes(was, other)) == Words{{"st", "paul"}});
}

TEST_CASE("an Arabic name is looked for with all that may be written onto it") {
  auto army = group("a", "Army");
  army.arabic = {"الجيش السوري"};
  const auto changes = lexicon_changes({}, Actors{army});
  const auto name = std::find_if(changes.names.begin(), changes.names.end(),
                                 [](const WantedName& wanted) { return wanted.arabic_first; });
  REQUIRE(name != changes.names.end());
  analysis::NameTrieBuilder names;
  names.add("الجيش السوري", 1);
  const analysis::NameMatcher matcher(std::move(names));
  const auto words = analysis::with_particles(name->words.front());
  for (const auto* text : {"الجيش السوري", "للجيش السوري", "والجيش السوري", "وللجيش السوري",
                           "بالجيش السوري", "وبالجيش السوري", "كالجيش السوري"}) {
    const auto tokens = analysis::tokenize(text);
    CHECK(matcher.longest_at(tokens, 0).has_value());
    CHECK(std::find(words.begin(), words.end(), tokens.folded(0)) != words.end());
  }
}
