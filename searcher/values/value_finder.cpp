#include "searcher/values/value_finder.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/text/fold.hpp"
#include "furat/errors.hpp"
#include "index/varint.hpp"
#include "searcher/query/name_spellings.hpp"

namespace furat {
namespace {

constexpr std::size_t kMaxSuggestions = 5;
/// A word of one letter is no beginning of others.
constexpr std::size_t kShortestBeginning = 2;

}  // namespace

bool has_words(std::string_view name, std::string_view words) {
  const auto last_word = words.size() - (words.rfind(' ') + 1);
  for (auto at = name.find(words); at != std::string_view::npos; at = name.find(words, at + 1)) {
    const auto end = at + words.size();
    const bool whole = end == name.size() || name[end] == ' ';
    if ((at == 0 || name[at - 1] == ' ') && (whole || last_word >= kShortestBeginning)) return true;
  }
  return false;
}

std::vector<std::uint32_t> values_with_words(index::Dimension dimension, std::string_view words,
                                             const GenerationView& view) {
  const auto prefix = index::key::name_prefix(dimension);
  std::vector<std::uint32_t> ordinals;
  PacedCheck in_time(view.deadline());
  view.each_key(prefix, [&](const std::string& key) {
    in_time.step();
    const auto name = std::string_view(key).substr(prefix.size());
    if (!has_words(name, words)) return true;
    const auto named = view.values_named(dimension, name);
    ordinals.insert(ordinals.end(), named.begin(), named.end());
    return true;
  });
  index::make_set(ordinals);
  return ordinals;
}

ValuesMeant find_values(index::Dimension dimension, const std::string& name,
                        FilterSpelling spelling, const GenerationView& view) {
  if (const auto ordinal = view.value_with_id(dimension, name)) return {{*ordinal}};
  const auto folded = analysis::fold_name(name);
  if (!folded.empty()) {
    auto with_words = values_with_words(dimension, folded, view);
    const auto named = named_or_discovered(dimension, name, view);
    if (!named.empty()) {
      ValuesMeant found{named};
      std::set_difference(with_words.begin(), with_words.end(), named.begin(), named.end(),
                          std::back_inserter(found.others));
      return found;
    }
    if (!with_words.empty()) return {std::move(with_words), "words"};
    if (spelling == FilterSpelling::any)
      if (const auto alike = values_spelled_like(name, dimension, view))
        return {alike->ordinals, std::string(name_of(alike->tier))};
  }
  throw RequestError("no passage in this index names the " +
                         std::string(index::info(dimension).name) + " '" + name + "'",
                     "name", name, 0, view.similar_names(dimension, folded, kMaxSuggestions));
}

}  // namespace furat
