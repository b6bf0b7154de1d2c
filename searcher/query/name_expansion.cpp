#include "searcher/query/name_expansion.hpp"

#include <algorithm>
#include <utility>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/names/name_words.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat {
namespace {

constexpr std::size_t kMaxNameWords = 10;
/// Longer runs are names only if known by exactly these words.
constexpr std::size_t kMaxSpelledWords = 10;
/// Words of capitals up to this are acronyms, which are written in one way.
constexpr std::size_t kMaxAcronym = 4;

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

/// "IS", "US" and "WHO", typed so to be told from the words.
bool is_word_in_capitals(const QueryNode& name) {
  const auto tokens = analysis::tokenize(name.text);
  if (tokens.size() != 1 || !tokens[0].all_upper) return false;
  const auto folded = tokens.folded(0);
  return analysis::is_stop_word(folded) || analysis::is_english_word(folded);
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

/// Whether the word may be looked for in other spellings than the one typed.
enum class Spelled { no, beside_others, yes };

Spelled may_be_spelled_otherwise(const QueryNode& word) {
  auto result = Spelled::beside_others;
  const auto tokens = analysis::tokenize(word.text);
  bool after_article = false;
  for (const auto& token : tokens.tokens()) {
    const auto folded = tokens.folded(token);
    if (token.has_digit) return Spelled::no;
    if (token.all_upper && tokens.size() == 1 && token.folded_size <= kMaxAcronym)
      return Spelled::beside_others;
    const bool has_article = std::exchange(after_article, analysis::is_clear_article(folded));
    if (analysis::is_article(folded) || analysis::is_filiation(folded)) continue;
    const bool plain =
        !has_article && (analysis::is_english_word(folded) || analysis::is_stop_word(folded));
    if (plain && !token.upper_initial) return Spelled::no;
    if (!plain && token.folded_size > 2) result = Spelled::yes;
  }
  return result;
}

bool may_be_spelled_otherwise(const std::vector<Spelled>& words, std::size_t first,
                              std::size_t count) {
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = begin + static_cast<std::ptrdiff_t>(count);
  return count <= kMaxSpelledWords && std::find(begin, end, Spelled::yes) != end &&
         std::find(begin, end, Spelled::no) == end;
}

std::string joined(const std::vector<QueryNode>& children, std::size_t first, std::size_t count) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i)
    text += (text.empty() ? "" : " ") + children[i].text;
  return text;
}

bool is_capitalised(const QueryNode& node) {
  const auto tokens = analysis::tokenize(node.text);
  return is_plain_word(node) && tokens.size() > 0 && tokens[0].upper_initial;
}

/// English, and no name of persons: "Company", but not "Khan".
bool is_around_names(const QueryNode& node) {
  const auto tokens = analysis::tokenize(node.text);
  if (tokens.size() != 1) return false;
  const auto folded = tokens.folded(0);
  return (analysis::is_english_word(folded) || analysis::is_stop_word(folded)) &&
         !analysis::is_given_name(folded);
}

using Extent = SpellingLookup::Extent;

/// A capital beside a capital: "Abu Omar" in "Abu Omar Khalid" is a part of a name.
Extent extent_of(const std::vector<QueryNode>& children, std::size_t first, std::size_t count) {
  const auto end = first + count;
  const bool goes_on =
      end < children.size() && is_capitalised(children[end - 1]) && is_capitalised(children[end]);
  const bool begun =
      first > 0 && is_capitalised(children[first - 1]) && is_capitalised(children[first]);
  return goes_on || begun ? Extent::within_longer : Extent::whole;
}

/// Looks up what runs of words name.
class NameReader {
 public:
  explicit NameReader(const GenerationView& view) : view_(view), lookup_(view) {}

  /// What the words name; without ordinals and spellings if they name nothing.
  NameRun read(std::string text, bool any_spelling, bool several_words, Extent extent) {
    NameRun run;
    run.ordinals = view_.expansion_of(analysis::fold_name(text));
    if (any_spelling || (several_words && !run.ordinals.empty())) {
      if (run.ordinals.empty()) {
        if (auto alike = values_spelled_like(text, std::nullopt, view_)) {
          run.tier = alike->tier;
          run.ordinals = std::move(alike->ordinals);
        }
      }
      run.spellings =
          lookup_.find(text, extent, run.tier == NameTier::exact && any_listed(run.ordinals));
    }
    run.is_listed = any_listed(run.ordinals);
    run.text = std::move(text);
    return run;
  }

  [[nodiscard]] std::vector<FoundSpelling> spellings_of_core(const std::string& text) {
    return lookup_.find(text, Extent::whole, false);
  }

 private:
  /// Values that only the archive has are known by its own spellings, which need not be usual.
  [[nodiscard]] bool any_listed(const std::vector<std::uint32_t>& ordinals) const {
    return std::any_of(ordinals.begin(), ordinals.end(),
                       [&](std::uint32_t ordinal) { return !view_.value(ordinal).discovered; });
  }

  const GenerationView& view_;
  SpellingLookup lookup_;
};

void find_core(const std::vector<QueryNode>& children, NameReader& reader, NameRun& run) {
  auto first = run.first, end = run.first + run.count;
  while (first < end && is_around_names(children[first])) ++first;
  while (first < end && is_around_names(children[end - 1])) --end;
  if (first == end || end - first == run.count) return;
  run.core.text = joined(children, first, end - first);
  run.core.around = joined(children, run.first, first - run.first) + " " +
                    joined(children, end, run.first + run.count - end);
  run.core.spellings = reader.spellings_of_core(run.core.text);
}

}  // namespace

std::vector<NameRun> name_runs(const std::vector<QueryNode>& children, const GenerationView& view) {
  std::vector<NameRun> runs;
  NameReader reader(view);
  std::vector<Spelled> spelled;
  for (const auto& child : children)
    spelled.push_back(is_plain_word(child) ? may_be_spelled_otherwise(child) : Spelled::no);
  for (std::size_t first = 0; first < children.size();) {
    auto count = longest_window(children, first);
    for (; count > 0; --count) {
      if (count == 1 && !may_be_name(children[first])) continue;
      auto run = reader.read(joined(children, first, count),
                             may_be_spelled_otherwise(spelled, first, count), count > 1,
                             extent_of(children, first, count));
      if (run.ordinals.empty() && run.spellings.empty()) continue;
      run.first = first;
      run.count = count;
      run.is_also_word = count == 1 && run.tier == NameTier::exact && !run.ordinals.empty() &&
                         is_word_in_capitals(children[first]);
      if (!run.is_listed) find_core(children, reader, run);
      runs.push_back(std::move(run));
      break;
    }
    first += std::max<std::size_t>(count, 1);
  }
  return runs;
}

}  // namespace furat
