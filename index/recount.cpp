#include "index/recount.hpp"

#include <string_view>

#include "index/actor_kinds.hpp"
#include "index/schema.hpp"
#include "index/seen_spellings.hpp"

namespace furat::index {

bool lies_in_itself(const ValueRecord& value, const ValuesByKey& values) {
  std::size_t depth = 0;
  for (auto next = value.parent; next; ++depth) {
    const auto above = values.find(key::value(*next));
    if (above == values.end()) return false;
    if (depth == kDeepestValue) return true;
    next = above->second.parent;
  }
  return false;
}

std::set<std::uint32_t> kinds_named(const PassageRecord& record, const ValuesByKey& values) {
  std::set<std::uint32_t> kinds;
  for (const auto& mention : record.mentions) {
    const auto value = values.find(key::value(mention.value));
    if (mention.kind != MentionKind::actor || value == values.end()) continue;
    if (const auto kind = actor_kind_number(value->second.kind)) kinds.insert(*kind);
  }
  return kinds;
}

std::set<std::string> spelling_terms_of(const PassageRecord& record, const ValuesByKey& values) {
  std::set<std::string> terms;
  const std::string_view text = record.text;
  for (const auto& mention : record.mentions) {
    const auto value = values.find(key::value(mention.value));
    if (mention.kind == MentionKind::date || value == values.end()) continue;
    const auto spelling =
        seen_spelling(text.substr(mention.name_begin(), mention.name_end() - mention.name_begin()));
    if (!spelling.empty()) terms.insert(bounded_term(spelling_terms(value->second.id), spelling));
  }
  return terms;
}

}  // namespace furat::index
