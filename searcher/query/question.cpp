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

/// Words that ask or address, and say nothing of what is asked for. Not "tell", which is a hill,
/// nor "may" and "us".
constexpr std::array<std::string_view, 57> kAsking{
    "about",       "also",       "am",      "any",      "been",  "being", "can",    "concerning",
    "could",       "describe",   "did",     "discuss",  "do",    "does",  "find",   "give",
    "had",         "has",        "have",    "he",       "her",   "his",   "how",    "i",
    "information", "interested", "know",    "me",       "might", "must",  "my",     "our",
    "please",      "regarding",  "related", "relating", "shall", "she",   "should", "some",
    "them",        "there",      "these",   "those",    "was",   "we",    "were",   "what",
    "when",        "where",      "which",   "who",      "whom",  "whose", "why",    "will",
    "would"};

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "WHO" and "IS" are names.
bool says_nothing(const QueryNode& node) {
  const auto tokens = analysis::tokenize(node.text);
  if (tokens.size() != 1 || tokens[0].all_upper) return false;
  const auto word = tokens.folded(0);
  return is_among(word, kAsking) || is_among(word, kOpeners) || analysis::is_stop_word(word);
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
  auto words = root.children;
  words.erase(std::remove_if(words.begin(), words.end(), says_nothing), words.end());
  if (!words.empty()) root.children = std::move(words);
  return root;
}

}  // namespace furat
