#include "indexer/mention_days.hpp"

namespace furat::indexer {

std::optional<index::DayInterval> indexed_interval(const analysis::DateMention& mention,
                                                   std::optional<std::chrono::sys_days> published) {
  if (!mention.first && !mention.last) return std::nullopt;
  const auto calendar = index::all_days();
  const auto first = mention.first.value_or(calendar.first);
  auto last = mention.last.value_or(calendar.last);
  if (!mention.last && published && *published >= first) last = *published;
  if (first > last) return std::nullopt;
  return index::DayInterval{first, last};
}

bool is_open(const analysis::DateMention& mention) {
  return mention.first.has_value() != mention.last.has_value();
}

std::vector<index::DateNode> indexed_nodes(const analysis::DateMention& mention,
                                           std::optional<std::chrono::sys_days> published) {
  if (const auto interval = indexed_interval(mention, published)) return index::cover(*interval);
  if ((mention.flags & analysis::kYearUnknown) == 0) return {};
  if (const auto node = index::node_named(mention.value)) return {*node};
  return {};
}

}  // namespace furat::indexer
