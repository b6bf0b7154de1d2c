#include "searcher/query/name_expansion.hpp"

#include <algorithm>

#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat {
namespace {

constexpr std::size_t kMaxNameWords = 8;

bool is_plain_word(const QueryNode& node) {
  return node.kind == QueryNode::Kind::word && node.field == QueryField::any && !node.excluded;
}

/// "us" and "is" are words; "US" and "IS" are names.
bool may_be_name(const QueryNode& word) {
  const auto tokens = analysis::tokenize(word.text);
  if (tokens.size() != 1) return tokens.size() > 0;
  const auto folded = tokens.folded(0);
  return (folded.size() > 2 && !analysis::is_stop_word(folded)) || tokens[0].all_upper;
}

/// Only the first word of a run may carry a plus: "+Deir Ezzor" is one demand, "Deir +Ezzor" is
/// two.
std::size_t longest_window(const std::vector<QueryNode>& children, std::size_t first) {
  std::size_t count = 0;
  while (count < kMaxNameWords && first + count < children.size() &&
         is_plain_word(children[first + count]) &&
         (count == 0 || !children[first + count].required))
    ++count;
  return count;
}

}  // namespace

std::vector<NameRun> name_runs(const std::vector<QueryNode>& children, const GenerationView& view) {
  std::vector<NameRun> runs;
  for (std::size_t first = 0; first < children.size();) {
    auto count = longest_window(children, first);
    for (; count > 0; --count) {
      if (count == 1 && !may_be_name(children[first])) continue;
      std::string text;
      for (std::size_t i = first; i < first + count; ++i)
        text += (text.empty() ? "" : " ") + children[i].text;
      auto ordinals = view.expansion_of(analysis::fold_name(text));
      if (ordinals.empty()) continue;
      runs.push_back({first, count, std::move(text), std::move(ordinals)});
      break;
    }
    first += std::max<std::size_t>(count, 1);
  }
  return runs;
}

}  // namespace furat
