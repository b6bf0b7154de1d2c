#include "searcher/query/name_spellings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "analysis/names/name_alignment.hpp"

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

std::vector<Find> spelled_alike(const std::string& name, const ValueNames& values) {
  const analysis::SpelledName spelling(name);
  std::vector<Find> finds;
  for (const auto& skeleton : spelling.skeletons())
    for (auto& [known, ordinals] : values.under(skeleton))
      if (const auto likeness =
              has_skeleton(known, skeleton) ? spelling.likeness(known, skeleton) : std::nullopt)
        finds.push_back({*likeness, std::move(ordinals)});
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
  auto finds = spelled_alike(name, values);
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
  std::sort(result.ordinals.begin(), result.ordinals.end());
  result.ordinals.erase(std::unique(result.ordinals.begin(), result.ordinals.end()),
                        result.ordinals.end());
  return result;
}

}  // namespace furat
