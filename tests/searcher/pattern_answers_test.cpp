// What is kept of the passages that were read for a pattern.
#include "searcher/patterns/pattern_answers.hpp"

#include <set>
#include <string>
#include <vector>

#include "searcher/patterns/text_pattern.hpp"
#include "tests/support/catch.hpp"

using namespace furat;

TEST_CASE("an answer is found for the passage it was given for, and for no other") {
  PatternAnswers answers(100);
  answers.add(31, true);
  answers.add(32, false);
  answers.add(100, true);
  CHECK(answers.find(31) == true);
  CHECK(answers.find(32) == false);
  CHECK(answers.find(100) == true);
  for (const Xapian::docid other : {1U, 30U, 33U, 63U, 99U})
    CHECK_FALSE(answers.find(other).has_value());
}

TEST_CASE("a passage beyond the last one has no answer, also after one was given") {
  PatternAnswers answers(31);
  answers.add(4000000000U, true);
  CHECK_FALSE(answers.find(4000000000U).has_value());
}

namespace {

std::string key(const TextPattern& pattern) {
  std::string key;
  append_key(key, pattern);
  return key;
}

TextPattern of_kind(TextPattern::Kind kind) {
  TextPattern pattern;
  pattern.kind = kind;
  return pattern;
}

}  // namespace

TEST_CASE("patterns that differ in anything have keys of their own") {
  using Kind = TextPattern::Kind;
  std::vector<TextPattern> patterns{of_kind(Kind::words), of_kind(Kind::any_of)};
  auto oil_field = of_kind(Kind::words);
  oil_field.stems = {"oil", "field"};
  patterns.push_back(oil_field);
  auto oilfield = oil_field;
  oilfield.stems = {"oilf", "ield"};
  patterns.push_back(oilfield);
  auto forms = oil_field;
  forms.forms = {"oil", "fields"};
  patterns.push_back(forms);
  auto wildcard = of_kind(Kind::wildcard);
  wildcard.wildcard = WildcardPattern("f*d");
  patterns.push_back(wildcard);
  wildcard.wildcard = WildcardPattern("f?d");
  patterns.push_back(wildcard);
  auto entities = of_kind(Kind::entities);
  entities.ordinals = {1, 2};
  patterns.push_back(entities);
  auto close = of_kind(Kind::close);
  close.children = {oil_field, forms};
  for (const std::size_t words : {1U, 5U})
    for (const bool ordered : {false, true})
      for (const bool same_sentence : {false, true}) {
        close.closeness = {same_sentence, words, ordered};
        patterns.push_back(close);
      }
  close.children = {forms, oil_field};
  patterns.push_back(close);
  std::set<std::string> keys;
  for (const auto& pattern : patterns) keys.insert(key(pattern));
  CHECK(keys.size() == patterns.size());
}
