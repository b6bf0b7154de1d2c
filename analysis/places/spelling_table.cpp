#include "analysis/places/spelling_table.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <unordered_map>

#include "analysis/names/name_similarity.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {
namespace {

constexpr std::array<std::string_view, 9> kCountries{"SY", "IQ", "LB", "JO", "PS",
                                                     "KW", "SA", "YE", "LY"};
constexpr double kAlikeEnough = 0.8, kAlikeInSkeleton = 0.85;
constexpr double kAsAlike = 0.02;  // of the best: among these the article decides
constexpr std::size_t kShortestSkeleton = 3;

/// "al-Hayl" of "al-Hayl gas field": texts name the feature apart.
std::string without_feature_words(const std::string& name) {
  const auto tokens = tokenize(name);
  std::string rest;
  for (const auto& token : tokens.tokens()) {
    const auto word = place_word(tokens.folded(token));
    if (word.feature != FeatureClass::none || word.is(kFieldModifier)) continue;
    rest.append(rest.empty() ? "" : " ").append(tokens.source(token));
  }
  return rest;
}

}  // namespace

struct SpellingTable::Table {
  struct Name {
    std::uint32_t row = 0;
    NameSounds sounds;
  };
  std::vector<Name> names;
  std::array<std::unordered_map<std::string, std::vector<std::uint32_t>>, 3> tiers;

  void add(std::uint32_t row, std::string_view name) {
    if (name.empty()) return;
    const auto keys = transliteration_keys(name);
    const auto number = static_cast<std::uint32_t>(names.size());
    names.push_back({row, name_sounds(name)});
    if (!keys.letters.empty()) tiers[0][keys.letters].push_back(number);
    if (!keys.vowelled.empty()) tiers[1][keys.vowelled].push_back(number);
    for (const auto& skeleton : keys.skeletons)
      if (skeleton.size() >= kShortestSkeleton) tiers[2][skeleton].push_back(number);
  }

  void add_row(const Gazetteer& gazetteer, std::uint32_t row) {
    if (gazetteer.level(row) != PlaceLevel::spot) return;
    const bool settlement = gazetteer.feature_class(row) == FeatureClass::settlement;
    const auto add_both = [&](const std::string& name) {
      add(row, name);
      if (!settlement) add(row, without_feature_words(name));
    };
    add_both(std::string(gazetteer.name(row)));
    if (const auto* entry = gazetteer.entry(row))
      for (const auto& alias : entry->aliases) add_both(alias);
    for (const auto name : gazetteer.world_names(row)) add(row, name);
  }
};

struct SpellingTable::State {
  std::once_flag once;
  Table table;
};

SpellingTable::SpellingTable(const Gazetteer& gazetteer)
    : gazetteer_(gazetteer), state_(std::make_unique<State>()) {}
SpellingTable::~SpellingTable() = default;

const SpellingTable::Table& SpellingTable::table() const {
  std::call_once(state_->once, [this] {
    for (std::uint32_t row = 0; row < gazetteer_.size(); ++row) {
      // A world row that the lexicon stands for has its names there.
      if (row >= gazetteer_.lexicon_size() &&
          gazetteer_.row_of_world(row - gazetteer_.lexicon_size()) != row)
        continue;
      const auto country = gazetteer_.country(row);
      if (std::find(kCountries.begin(), kCountries.end(), country) != kCountries.end())
        state_->table.add_row(gazetteer_, row);
    }
  });
  return state_->table;
}

std::vector<std::uint32_t> SpellingTable::find(std::string_view name) const {
  const auto keys = transliteration_keys(name);
  const auto sounds = name_sounds(name);
  const auto& known = table();
  const auto alike = [&](std::size_t tier, const std::string& key) {
    std::vector<std::pair<double, std::uint32_t>> found;
    const auto list = known.tiers[tier].find(key);
    if (list == known.tiers[tier].end()) return found;
    for (const auto number : list->second) {
      const auto& candidate = known.names[number];
      const auto similarity = name_similarity(sounds, candidate.sounds);
      if (similarity >= (tier == 2 ? kAlikeInSkeleton : kAlikeEnough))
        found.emplace_back(similarity, candidate.row);
    }
    return found;
  };
  auto found = alike(0, keys.letters);
  if (found.empty()) found = alike(1, keys.vowelled);
  if (found.empty())
    for (const auto& skeleton : keys.skeletons)
      for (const auto& match : alike(2, skeleton)) found.push_back(match);
  if (found.empty()) return {};
  const auto best = std::max_element(found.begin(), found.end())->first;
  std::vector<std::uint32_t> rows;
  for (const auto& [similarity, row] : found)
    if (similarity >= best - kAsAlike) rows.push_back(row);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

}  // namespace furat::analysis
