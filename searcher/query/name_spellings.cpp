#include "searcher/query/name_spellings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "analysis/names/name_alignment.hpp"
#include "index/varint.hpp"

namespace furat {
namespace {

/// Names of one tier that are this much less alike than the best one are left out.
constexpr double kTieMargin = 0.05;

using Ordinals = std::vector<std::uint32_t>;

struct Find {
  analysis::SpelledName::Likeness likeness;
  Ordinals ordinals;
};

/// Reads the names of values under a key.
class ValueNames {
 public:
  ValueNames(std::optional<index::Dimension> dimension, const GenerationView& view)
      : dimension_(dimension), view_(view) {}

  /// Those that have values of the dimension, with these.
  [[nodiscard]] std::vector<std::pair<std::string, Ordinals>> under(const std::string& key) const {
    std::vector<std::pair<std::string, Ordinals>> names;
    for (auto& known : view_.names_with_skeleton(key)) {
      auto ordinals = dimension_ ? known.ordinals : known.expanded;
      if (dimension_)
        std::erase_if(ordinals, [&](auto o) { return view_.value(o).dimension != *dimension_; });
      if (!ordinals.empty()) names.emplace_back(std::move(known.name), std::move(ordinals));
    }
    return names;
  }

 private:
  std::optional<index::Dimension> dimension_;
  const GenerationView& view_;
};

/// Names stand under the keys of their parts too.
bool has_skeleton(const std::string& name, const std::string& skeleton) {
  const auto skeletons = analysis::transliteration_keys(name).skeletons;
  return std::find(skeletons.begin(), skeletons.end(), skeleton) != skeletons.end();
}

/// A single name, of which one from a place has another than the place: "Bagdadi" is not Baghdad,
/// though some language calls this "Bagdado".
class Nisba {
 public:
  Nisba(const std::string& name, const GenerationView& view)
      : parts_(analysis::name_parts(name)), view_(view) {
    if (parts_.parts.size() == 1) keys_ = analysis::part_keys(parts_.parts.front());
  }

  [[nodiscard]] bool tells_apart(const std::string& known) const {
    if (parts_.parts.size() != 1) return false;
    const auto others = analysis::name_parts(known);
    if (others.parts.empty()) return false;
    const auto& first = others.parts.front();
    const auto keys = analysis::part_keys(first);
    return analysis::is_named_for(parts_.parts.front(), first) &&
           std::find_first_of(keys.begin(), keys.end(), keys_.begin(), keys_.end()) != keys.end();
  }

  /// Takes out values whose usual name is told apart.
  void filter(Ordinals& ordinals) const {
    std::erase_if(ordinals, [&](auto ordinal) { return tells_apart(view_.value(ordinal).name); });
  }

 private:
  analysis::NameParts parts_;
  std::vector<std::string> keys_;
  const GenerationView& view_;
};

std::vector<Find> spelled_alike(const std::string& name, const ValueNames& values,
                                const GenerationView& view) {
  const analysis::SpelledName spelling(name);
  const Nisba nisba(name, view);
  std::vector<Find> finds;
  for (const auto& skeleton : spelling.skeletons())
    for (auto& [known, ordinals] : values.under(skeleton)) {
      if (!has_skeleton(known, skeleton) || nisba.tells_apart(known)) continue;
      const auto likeness = spelling.likeness(known, skeleton);
      if (!likeness) continue;
      nisba.filter(ordinals);
      if (!ordinals.empty()) finds.push_back({*likeness, std::move(ordinals)});
    }
  return finds;
}

/// Names that agree part by part: "Abdurrahman Khattab" and "Abd al-Rahman Omar al-Khatab".
std::vector<Find> agreeing(const std::string& name, const ValueNames& values) {
  const auto sought = analysis::name_parts(name);
  if (sought.parts.size() < 2) return {};
  std::map<std::string, Ordinals> candidates;
  analysis::PartWeights weights;
  for (const auto& part : sought.parts) {
    std::set<std::string> sharing;
    for (const auto& key : analysis::part_keys(part))
      for (auto& [known, ordinals] : values.under(key)) {
        sharing.insert(known);
        candidates.emplace(known, std::move(ordinals));
      }
    weights.push_back(analysis::part_weight(part, sharing.size(), 0));
  }
  std::vector<Find> finds;
  for (auto& [known, ordinals] : candidates)
    if (const auto similarity = analysis::aligned_similarity(
            sought, weights, analysis::name_parts(known), analysis::Evidence::direct);
        similarity > 0)
      finds.push_back({{NameTier::consonants, similarity}, std::move(ordinals)});
  return finds;
}

}  // namespace

std::optional<ValuesSpelledAlike> values_spelled_like(const std::string& name,
                                                      std::optional<index::Dimension> dimension,
                                                      const GenerationView& view) {
  const ValueNames values(dimension, view);
  auto finds = spelled_alike(name, values, view);
  // Words of a text query may be of another person's name; a filter means a value.
  if (finds.empty() && dimension) finds = agreeing(name, values);
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
  index::make_set(result.ordinals);
  return result;
}

}  // namespace furat
