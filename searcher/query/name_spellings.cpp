#include "searcher/query/name_spellings.hpp"

#include <algorithm>
#include <set>

#include "analysis/names/name_similarity.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/fold.hpp"

namespace furat {
namespace {

using analysis::NameSounds;
using analysis::TransliterationKeys;

/// More spellings than these are no spellings of one name.
constexpr std::size_t kMaxSpellings = 40;
/// A skeleton with more names than these is read no further.
constexpr std::size_t kMaxCandidates = 2000;
/// Names of one tier that are this much less alike than the best one are left out.
constexpr double kTieMargin = 0.05;

constexpr double kLowestFloor = 0.6;
/// How alike a spelling must be to a name that the lexicon has.
constexpr double kKnownNameFloor = 0.9;

/// Two spellings to be compared, one of them many times.
class Spelling {
 public:
  explicit Spelling(const std::string& name)
      : keys_(analysis::transliteration_keys(name)), sounds_(analysis::name_sounds(name)) {}

  struct Likeness {
    NameTier tier = NameTier::consonants;
    double similarity = 0;
  };

  /// nullopt if the name is not alike enough for the tier in which it meets this one.
  [[nodiscard]] std::optional<Likeness> likeness(const std::string& name,
                                                 const std::string& skeleton) const {
    Likeness result{NameTier::consonants,
                    analysis::name_similarity(sounds_, analysis::name_sounds(name))};
    if (result.similarity < kLowestFloor) return std::nullopt;
    const auto keys = analysis::transliteration_keys(name);
    if (keys.letters == keys_.letters)
      result.tier = NameTier::letters;
    else if (keys.vowelled == keys_.vowelled)
      result.tier = NameTier::sounds;
    if (result.similarity < floor_of(result.tier, skeleton.size())) return std::nullopt;
    return result;
  }

  [[nodiscard]] const std::vector<std::string>& skeletons() const { return keys_.skeletons; }

 private:
  /// How alike names must be that share a skeleton. The fewer its consonants, the less it says.
  static double floor_of(NameTier tier, std::size_t consonants) {
    if (consonants < 2) return tier == NameTier::consonants ? 0.95 : 0.9;
    if (tier == NameTier::letters) return kLowestFloor;
    if (tier == NameTier::sounds) return consonants < 3 ? 0.85 : 0.75;
    return consonants < 3 ? 0.85 : consonants < 4 ? 0.83 : 0.78;
  }

  TransliterationKeys keys_;
  NameSounds sounds_;
};

}  // namespace

std::string_view name_of(NameTier tier) {
  switch (tier) {
    case NameTier::exact:
      return "exact";
    case NameTier::letters:
      return "letters";
    case NameTier::sounds:
      return "sounds";
    case NameTier::consonants:
      return "consonants";
  }
  return "";
}

std::optional<ValuesSpelledAlike> values_spelled_like(const std::string& name,
                                                      std::optional<index::Dimension> dimension,
                                                      const GenerationView& view) {
  struct Find {
    Spelling::Likeness likeness;
    std::vector<std::uint32_t> ordinals;
  };
  const Spelling spelling(name);
  std::vector<Find> finds;
  for (const auto& skeleton : spelling.skeletons())
    for (auto& known : view.names_with_skeleton(skeleton)) {
      auto ordinals = dimension ? known.ordinals : known.expanded;
      if (dimension)
        std::erase_if(ordinals, [&](auto o) { return view.value(o).dimension != *dimension; });
      if (ordinals.empty()) continue;
      if (const auto likeness = spelling.likeness(known.name, skeleton))
        finds.push_back({*likeness, std::move(ordinals)});
    }
  if (finds.empty()) return std::nullopt;
  const auto before = [](const Find& a, const Find& b) {
    return std::pair(a.likeness.tier, -a.likeness.similarity) <
           std::pair(b.likeness.tier, -b.likeness.similarity);
  };
  const auto best = std::min_element(finds.begin(), finds.end(), before)->likeness;
  ValuesSpelledAlike result{best.tier, {}};
  for (const auto& find : finds)
    if (find.likeness.tier == best.tier && find.likeness.similarity >= best.similarity - kTieMargin)
      result.ordinals.insert(result.ordinals.end(), find.ordinals.begin(), find.ordinals.end());
  std::sort(result.ordinals.begin(), result.ordinals.end());
  result.ordinals.erase(std::unique(result.ordinals.begin(), result.ordinals.end()),
                        result.ordinals.end());
  return result;
}

std::vector<std::string> spellings_like(const std::string& name, bool is_known,
                                        const GenerationView& view) {
  const Spelling spelling(name);
  std::set<std::pair<double, std::string>> ranked;  // by likeness, the most alike first
  std::set<std::string> seen{analysis::fold_name(name)};
  for (const auto& skeleton : spelling.skeletons())
    for (auto& other : view.spellings_with_skeleton(skeleton, kMaxCandidates))
      if (const auto likeness = spelling.likeness(other, skeleton);
          likeness && likeness->similarity >= (is_known ? kKnownNameFloor : 0) &&
          seen.insert(analysis::fold_name(other)).second)
        ranked.emplace(-likeness->similarity, std::move(other));
  std::vector<std::string> spellings;
  for (const auto& [likeness, other] : ranked)
    if (spellings.size() < kMaxSpellings) spellings.push_back(other);
  return spellings;
}

}  // namespace furat
