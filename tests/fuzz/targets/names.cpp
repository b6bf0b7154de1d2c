// Two names, parted by a line end, through the cascade of spellings.
#include <cmath>

#include "analysis/names/name_alignment.hpp"
#include "analysis/names/name_parts.hpp"
#include "analysis/names/name_similarity.hpp"
#include "analysis/names/spelling_cascade.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/fold.hpp"
#include "tests/fuzz/fuzz_input.hpp"

namespace {

using namespace furat::analysis;
using namespace furat::fuzz;

void require_share(double share) { require(share >= 0 && share <= 1, "a likeness is 0 to 1"); }

void check_keys(std::string_view name) {
  const auto keys = transliteration_keys(name);
  require(keys.skeletons.size() <= kMaxSkeletons, "there are few skeletons");
  const auto again = transliteration_keys(name);
  require(again.letters == keys.letters && again.vowelled == keys.vowelled &&
              again.skeletons == keys.skeletons,
          "keys depend on the name alone");
}

void check_alignment(const NameParts& query, const NameParts& other) {
  PartWeights weights;
  for (const auto& part : query.parts) {
    weights.push_back(part_weight(part, 3, 1000));
    require(std::isfinite(weights.back()), "a weight is a number");
  }
  const auto direct = aligned_similarity(query, weights, other, Evidence::direct);
  require_share(direct);
  require_share(aligned_similarity(query, weights, other, Evidence::through_another));
  for (const auto& part : query.parts)
    for (const auto& another : other.parts) require_share(compare(part, another).similarity);
}

NameParts checked_parts(std::string_view name) {
  auto parts = name_parts(name);
  require(parts.parts.size() <= kMaxNameParts, "there are few parts");
  require(parts.before_comma <= parts.parts.size(), "a comma stands behind parts");
  for (const auto& part : parts.parts) {
    require(!part.sounds.empty(), "a part has a reading");
    (void)part_keys(part);
  }
  return parts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto names = pieces_of(input.rest(), '\n');
  const auto a = names.front();
  const auto b = names.back();
  for (const auto name : {a, b}) check_keys(name);
  const auto there = name_similarity(a, b);
  require_share(there);
  require(std::abs(there - name_similarity(b, a)) < 1e-9, "likeness has no direction");
  check_alignment(checked_parts(a), checked_parts(b));
  const SpelledName spelled{std::string(a)};
  for (const auto& skeleton : spelled.skeletons())
    if (const auto likeness = spelled.likeness(std::string(b), skeleton))
      require_share(likeness->similarity);
  const auto folded = fold_name(a);
  require(fold_name(folded) == folded, "a fold folds to itself");
  return 0;
}
