#include "searcher/query/kind_names.hpp"

#include <algorithm>
#include <array>

#include "analysis/text/fold.hpp"
#include "index/actor_kinds.hpp"

namespace furat {
namespace {

/// Besides ids and labels; folded.
struct OtherName {
  std::string_view name, kind;
};
constexpr std::array<OtherName, 17> kOtherNames{{
    {"states", "state"},
    {"government", "state"},
    {"governments", "state"},
    {"state force", "state_forces"},
    {"army", "state_forces"},
    {"armies", "state_forces"},
    {"rebel", "rebels"},
    {"militia", "political_militia"},
    {"militia", "identity_militia"},
    {"militias", "political_militia"},
    {"militias", "identity_militia"},
    {"external force", "external_forces"},
    {"foreign forces", "external_forces"},
    {"civilian", "civilians"},
    {"organization", "organisation"},
    {"organizations", "organisation"},
    {"people", "person"},
}};

std::string folded_name(std::string_view name) {
  std::string spaced(name);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  return analysis::fold_name(spaced);
}

}  // namespace

std::vector<std::uint32_t> kinds_named(std::string_view name) {
  const auto folded = folded_name(name);
  std::vector<std::uint32_t> kinds;
  for (std::uint32_t number = 0; number < index::kActorKinds.size(); ++number) {
    const auto& kind = index::kActorKinds[number];
    const bool named =
        folded == folded_name(kind.id) || folded == kind.label ||
        std::any_of(kOtherNames.begin(), kOtherNames.end(), [&](const OtherName& other) {
          return other.kind == kind.id && other.name == folded;
        });
    if (named) kinds.push_back(number);
  }
  return kinds;
}

std::vector<std::string> kind_ids() {
  std::vector<std::string> ids;
  for (const auto& kind : index::kActorKinds) ids.emplace_back(kind.id);
  return ids;
}

}  // namespace furat
