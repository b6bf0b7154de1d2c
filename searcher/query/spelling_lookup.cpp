#include "searcher/query/spelling_lookup.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "analysis/lexicon/word_list.hpp"
#include "analysis/names/name_words.hpp"
#include "analysis/text/fold.hpp"
#include "index/schema.hpp"

namespace furat {

using analysis::Evidence;
using analysis::NameParts;
using analysis::PartAgreement;

namespace {

/// More spellings than these are no spellings of one name.
constexpr std::size_t kMaxSpellings = 40;
/// A key with more names than these is read no further.
constexpr std::size_t kMaxNamesOfKey = 2000;
/// Of a part with more names than these, none is looked at that shares no other part.
constexpr std::size_t kMaxNamesOfRarePart = 40;
/// Most names whose parts are compared.
constexpr std::size_t kMaxCompared = 100;
/// Of so many found names, their own spellings are found too.
constexpr std::size_t kMaxBetween = 4;
/// How alike a spelling must be to a name that the lexicon has.
constexpr double kKnownNameFloor = 0.9;

std::string term_of(const std::string& name) {
  const auto keys = analysis::transliteration_keys(name);
  return index::name_terms(keys.skeletons.empty() ? "" : keys.skeletons.front()) + name;
}

}  // namespace

struct SpellingLookup::Sought {
  const NameParts* parts = nullptr;
  analysis::PartWeights weights;
  std::vector<std::string> candidates;
};

const std::vector<std::string>& SpellingLookup::names_under(const std::string& key) {
  const auto [entry, is_new] = names_.try_emplace(key);
  if (is_new) entry->second = view_.spellings_with_skeleton(key, kMaxNamesOfKey);
  return entry->second;
}

const std::vector<std::string>& SpellingLookup::names_with_part(const std::string& key) {
  const auto [entry, is_new] = part_names_.try_emplace(key);
  if (is_new) entry->second = view_.names_with_part(key, kMaxNamesOfKey);
  return entry->second;
}

const NameParts& SpellingLookup::parts_of(const std::string& name) {
  const auto [entry, is_new] = parts_.try_emplace(name);
  if (is_new) entry->second = analysis::name_parts(name);
  return entry->second;
}

void SpellingLookup::add_spelled_alike(const std::string& name, double floor, Similarities& found) {
  const analysis::SpelledName spelling(name);
  for (const auto& skeleton : spelling.skeletons())
    for (const auto& other : names_under(skeleton))
      if (const auto likeness = spelling.likeness(other, skeleton);
          likeness && likeness->similarity >= floor && !contradict(name, other, likeness->tier))
        found[other] = std::max(found[other], likeness->similarity);
}

/// Holds what is part of the names of many people.
bool SpellingLookup::is_personal(const std::string& name) {
  const auto words = analysis::name_words(name);
  if (std::any_of(words.begin(), words.end(), [](const auto& word) {
        return analysis::is_title(word.folded) || analysis::is_filiation(word.folded);
      }))
    return true;
  const auto& parts = parts_of(name).parts;
  return std::any_of(parts.begin(), parts.end(), [](const auto& part) {
    return part.kunya || part.servant || analysis::is_given_name(analysis::fold_name(part.text));
  });
}

/// Has words that say what a body is: "Jamaat", "Brigade".
bool SpellingLookup::is_of_body(const std::string& name) {
  const auto& parts = parts_of(name).parts;
  return std::any_of(parts.begin(), parts.end(), [](const auto& part) { return part.common; });
}

/// "Abu al-Khair" and "Bukhari" have the same consonants in the same order, but not in the same
/// parts.
bool SpellingLookup::contradict(const std::string& name, const std::string& other,
                                analysis::NameTier tier) {
  const auto& parts = parts_of(name);
  const auto& others = parts_of(other);
  if (parts.parts.empty() || others.parts.empty()) return false;
  if (parts.parts.size() == 1 && others.parts.size() == 1 &&
      (parts.parts.front().kunya != others.parts.front().kunya ||
       analysis::is_named_for(parts.parts.front(), others.parts.front())))
    return true;
  if (tier == analysis::NameTier::letters) return false;
  if (!is_personal(name) && !is_personal(other)) return false;
  const auto& first = parts.parts.front();
  const auto& other_first = others.parts.front();
  if (parts.parts.size() == 1 && others.parts.size() == 1 &&
      first.sounds.front().arabic == other_first.sounds.front().arabic) {
    constexpr double kSingleFloor = 0.93;
    const auto agreement = compare(first, other_first);
    return agreement.kind == PartAgreement::Kind::different || agreement.similarity < kSingleFloor;
  }
  if (parts.parts.size() == others.parts.size())
    return !std::equal(parts.parts.begin(), parts.parts.end(), others.parts.begin(),
                       [](const auto& a, const auto& b) {
                         return compare(a, b).kind != PartAgreement::Kind::different;
                       });
  const analysis::PartWeights all_tell(parts.parts.size(), 1.0);
  return analysis::aligned_similarity(parts, all_tell, others, Evidence::direct) == 0;
}

std::size_t SpellingLookup::names_sharing(const analysis::NamePart& part, const Names& names) {
  return static_cast<std::size_t>(
      std::count_if(names.begin(), names.end(), [&](const std::string* name) {
        const auto& others = parts_of(*name).parts;
        return std::any_of(others.begin(), others.end(), [&](const analysis::NamePart& other) {
          return compare(part, other).kind == PartAgreement::Kind::same;
        });
      }));
}

SpellingLookup::Names SpellingLookup::names_with(const analysis::NamePart& part) {
  const auto before = [](const auto* a, const auto* b) { return *a < *b; };
  Names names;
  for (const auto& key : analysis::part_keys(part))
    for (const auto* list : {&names_under(key), &names_with_part(key)}) {
      Names of_key, both;
      for (const auto& name : *list) of_key.push_back(&name);
      std::set_union(names.begin(), names.end(), of_key.begin(), of_key.end(),
                     std::back_inserter(both), before);
      names = std::move(both);
    }
  return names;
}

SpellingLookup::Sought SpellingLookup::sought(const std::string& name) {
  Sought result;
  result.parts = &parts_of(name);
  struct Shared {
    double weight = 0;
    bool enough = false;  ///< shares two parts or a rare one
  };
  std::unordered_map<std::string_view, Shared> shared;
  for (const auto& part : result.parts->parts) {
    const auto names = names_with(part);
    const bool rare = names.size() <= kMaxNamesOfRarePart;
    const auto weight = analysis::part_weight(
        part, rare ? names_sharing(part, names) : names.size(), view_.database().get_doccount());
    result.weights.push_back(weight);
    for (const auto* other : names) {
      auto& entry = shared[*other];
      entry.enough |= rare || entry.weight > 0;
      entry.weight += weight;
    }
  }
  std::vector<std::pair<double, std::string_view>> ranked;
  for (const auto& [other, by] : shared)
    if (by.enough) ranked.emplace_back(-by.weight, other);
  const auto most = std::min(ranked.size(), kMaxCompared);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most),
                    ranked.end());
  for (std::size_t i = 0; i < most; ++i) result.candidates.emplace_back(ranked[i].second);
  return result;
}

SpellingLookup::Similarities SpellingLookup::agreeing(const Sought& sought) {
  Similarities found;
  for (const auto& other : sought.candidates)
    if (const auto similarity = analysis::aligned_similarity(*sought.parts, sought.weights,
                                                             parts_of(other), Evidence::direct);
        similarity > 0)
      found.emplace(other, similarity);
  return found;
}

void SpellingLookup::add_through_others(const Sought& sought_name, Similarities& found) {
  std::vector<std::pair<double, std::string>> between;
  for (const auto& [name, similarity] : found) between.emplace_back(-similarity, name);
  std::sort(between.begin(), between.end());
  if (between.size() > kMaxBetween) between.resize(kMaxBetween);
  for (const auto& [rank, name] : between)
    for (const auto& [other, similarity] : agreeing(sought(name))) {
      if (found.count(other) > 0) continue;
      const auto own = analysis::aligned_similarity(*sought_name.parts, sought_name.weights,
                                                    parts_of(other), Evidence::through_another);
      if (own > 0) found.emplace(other, std::min(own, -rank));
    }
}

std::vector<FoundSpelling> SpellingLookup::find(const std::string& name, Extent extent,
                                                bool is_known) {
  Similarities found;
  if (extent == Extent::whole && (!is_known || parts_of(name).parts.size() > 1)) {
    const auto name_sought = sought(name);
    found = agreeing(name_sought);
    if (!is_known) add_through_others(name_sought, found);
  }
  add_spelled_alike(name, is_known ? kKnownNameFloor : 0, found);
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [other, similarity] : found) ranked.emplace_back(-similarity, other);
  std::sort(ranked.begin(), ranked.end());
  std::vector<FoundSpelling> spellings;
  std::map<std::string, std::size_t> by_fold;
  const auto own_fold = analysis::fold_name(name);
  for (const auto& [rank, other] : ranked) {
    auto fold = analysis::fold_name(other);
    if (fold == own_fold) continue;
    const auto [entry, is_new] = by_fold.emplace(std::move(fold), spellings.size());
    if (is_new && spellings.size() == kMaxSpellings) break;
    if (is_new) spellings.push_back({other, {}});
    // Names hold the names of others: "Hussein" is not "Hussein Omar". But a brigade of a movement
    // names the movement.
    const auto count = parts_of(other).parts.size();
    const bool is_all = count >= parts_of(name).parts.size() && is_of_body(other);
    if ((count > 1 && !is_all) || is_personal(other) || is_personal(name))
      spellings[entry->second].terms.push_back(term_of(other));
  }
  return spellings;
}

}  // namespace furat
