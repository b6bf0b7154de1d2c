#include "searcher/query/question.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "analysis/text/term_analyzer.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat {
namespace {

constexpr std::size_t kFewestWords = 3;

/// A question may begin with these.
constexpr std::array<std::string_view, 23> kOpeners{
    "did", "do",   "does",  "has", "have", "how", "was", "were", "what",  "when", "where", "which",
    "who", "whom", "whose", "why", "ماذا", "متي", "اين", "كيف",  "لماذا", "هل",   "كم"};

/// More words that ask or address, and say nothing of what is asked for. Not "tell", which is a
/// hill, nor "may" and "us".
constexpr std::array<std::string_view, 41> kAsking{
    "about",      "also",     "am",       "any",     "been",        "being",      "can",
    "concerning", "could",    "describe", "discuss", "find",        "give",       "had",
    "he",         "her",      "his",      "i",       "information", "interested", "know",
    "me",         "might",    "must",     "my",      "our",         "please",     "regarding",
    "related",    "relating", "shall",    "she",     "should",      "some",       "them",
    "there",      "these",    "those",    "we",      "will",        "would"};

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "WHO" and "IS" are names.
bool only_asks(const QueryNode& node) {
  const auto tokens = analysis::tokenize(node.text);
  if (tokens.size() != 1 || tokens[0].all_upper) return false;
  return is_among(tokens.folded(0), kAsking) || is_among(tokens.folded(0), kOpeners);
}

/// Function words too; with a capital they may begin a name, as in "As Suwayda".
bool says_nothing(const QueryNode& node) {
  const bool has_capital = node.text.front() >= 'A' && node.text.front() <= 'Z';
  const auto tokens = analysis::tokenize(node.text);
  return only_asks(node) ||
         (!has_capital && tokens.size() == 1 && analysis::is_stop_word(tokens.folded(0)));
}

}  // namespace

bool is_question(std::string_view query) {
  const auto last = query.find_last_not_of(" \t\r\n");
  if (last == std::string_view::npos) return false;
  const auto words = analysis::tokenize(query);
  if (words.size() < kFewestWords) return false;
  constexpr std::string_view kArabicMark = "؟";
  return query[last] == '?' || query.substr(0, last + 1).ends_with(kArabicMark) ||
         (!words[0].all_upper && is_among(words.folded(0), kOpeners));
}

bool is_only_words(const QueryNode& root) {
  return root.kind == QueryNode::Kind::sequence &&
         std::all_of(root.children.begin(), root.children.end(), [](const QueryNode& node) {
           return node.kind == QueryNode::Kind::word && node.field == QueryField::any &&
                  !node.required && !node.excluded;
         });
}

QueryNode without_question_words(QueryNode root) {
  // A function word in a few words may be part of a name: "as Sa'an".
  constexpr std::size_t kFew = 3;
  auto words = root.children;
  bool (*dropped)(const QueryNode&) = words.size() > kFew ? says_nothing : only_asks;
  words.erase(std::remove_if(words.begin(), words.end(), dropped), words.end());
  if (!words.empty()) root.children = std::move(words);
  return root;
}

}  // namespace furat
