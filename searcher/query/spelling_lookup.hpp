// Spellings of a name in the text of passages: names that no lexicon knows and that are spelled
// like it, or agree with it part by part.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/names/name_alignment.hpp"
#include "analysis/names/spelling_cascade.hpp"
#include "searcher/view/generation_view.hpp"

namespace furat {

/// A name as passages write it.
struct FoundSpelling {
  std::string text;
  /// Index terms of the passages that have it, with these or other signs, as a whole name. Empty:
  /// wherever its words stand.
  std::vector<std::string> terms;
};

/// For the runs of words of one query, which share most of what they look up. Reads a bounded
/// number of terms a word. Not for several threads at once; throws as GenerationView does.
class SpellingLookup {
 public:
  /// What the words are: all of a name, or a part of what may be a longer one.
  enum class Extent { whole, within_longer };

  explicit SpellingLookup(const GenerationView& view) : view_(view) {}

  /// Most alike first, each fold once; `name` itself is left out. `is_known`: the lexicon has the
  /// name, with the spellings that are usual, so that others must be more alike. Only whole names
  /// are compared part by part.
  [[nodiscard]] std::vector<FoundSpelling> find(const std::string& name, Extent extent,
                                                bool is_known);

 private:
  using Similarities = std::map<std::string, double>;  ///< of names as passages write them
  using Names =
      std::vector<const std::string*>;  ///< into names_ and part_names_, each once, in byte order
  struct Sought;                        ///< a name whose parts are looked up

  void add_spelled_alike(const std::string& name, double floor, Similarities& found);
  [[nodiscard]] bool is_personal(const std::string& name);
  [[nodiscard]] bool is_of_body(const std::string& name);
  [[nodiscard]] bool contradict(const std::string& name, const std::string& other,
                                analysis::NameTier tier);
  [[nodiscard]] Names names_with(const analysis::NamePart& part);
  [[nodiscard]] std::size_t names_sharing(const analysis::NamePart& part, const Names& names);
  [[nodiscard]] Sought sought(const std::string& name);
  [[nodiscard]] Similarities agreeing(const Sought& sought);
  void add_through_others(const Sought& sought, Similarities& found);
  const std::vector<std::string>& names_under(const std::string& key);
  const std::vector<std::string>& names_with_part(const std::string& key);
  const analysis::NameParts& parts_of(const std::string& name);

  const GenerationView& view_;
  std::unordered_map<std::string, std::vector<std::string>> names_, part_names_;  ///< by key
  std::unordered_map<std::string, analysis::NameParts> parts_;                    ///< by name
};

}  // namespace furat
