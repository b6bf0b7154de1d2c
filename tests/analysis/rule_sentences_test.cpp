#include "analysis/rule_sentences.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/catch.hpp"

using furat::analysis::sentence_of_rule;

namespace {

/// The names of rules that stand in the sources of a folder.
std::set<std::string> rules_below(const std::string& folder) {
  static const std::regex kRule("\"((place|actor|date|relative|range)\\.[a-z]+(-[a-z]+)*)\"");
  std::set<std::string> rules;
  const auto root = std::filesystem::path(FURAT_SOURCE_DIR) / folder;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const auto path = entry.path();
    if (path.extension() != ".cpp" || path.filename() == "rule_sentences.cpp") continue;
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    const auto source = text.str();
    for (std::sregex_iterator it(source.begin(), source.end(), kRule), end; it != end; ++it)
      rules.insert((*it)[1]);
  }
  return rules;
}

}  // namespace

TEST_CASE("every rule that a recognizer names has a sentence") {
  auto rules = rules_below("analysis");
  rules.merge(rules_below("indexer"));
  rules.insert({"duration", "range", "reference"});
  CHECK(rules.count("actor.seat") == 1);
  CHECK(rules.count("relative.weekday") == 1);
  CHECK(rules.size() > 30);
  for (const auto& rule : rules) {
    CAPTURE(rule);
    const auto sentence = sentence_of_rule(rule);
    CHECK(sentence.size() > 10);
    CHECK(sentence.ends_with('.'));
  }
}

TEST_CASE("what is no rule has no sentence") {
  for (const auto* name : {"", "place", "place.", "place.namex", "zzz", "aaa"})
    CHECK(sentence_of_rule(name).empty());
}
