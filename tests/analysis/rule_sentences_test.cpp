#include "analysis/rule_sentences.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <string_view>

#include "tests/support/catch.hpp"

using furat::analysis::sentence_of_rule;

namespace {

/// "place.one-sense": a family, a full stop, small letters and hyphens.
bool looks_like_rule(std::string_view text) {
  constexpr std::array<std::string_view, 5> kFamilies{"place.", "actor.", "date.", "relative.",
                                                      "range."};
  const auto family = std::find_if(kFamilies.begin(), kFamilies.end(),
                                   [&](std::string_view start) { return text.starts_with(start); });
  if (family == kFamilies.end()) return false;
  text.remove_prefix(family->size());
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == text.npos;
}

/// The names of rules that stand in quotes in the sources of a folder.
std::set<std::string> rules_below(const std::string& folder) {
  std::set<std::string> rules;
  const auto root = std::filesystem::path(FURAT_SOURCE_DIR) / folder;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const auto path = entry.path();
    if (path.extension() != ".cpp" || path.filename() == "rule_sentences.cpp") continue;
    std::ifstream file(path);
    for (std::string piece; std::getline(file, piece, '"');)
      if (looks_like_rule(piece)) rules.insert(piece);
  }
  return rules;
}

}  // namespace

TEST_CASE("every rule that a recognizer names has a sentence") {
  auto rules = rules_below("analysis");
  rules.merge(rules_below("indexer"));
  rules.insert({"duration", "reference", "set"});
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
