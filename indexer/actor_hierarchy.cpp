#include "indexer/actor_hierarchy.hpp"

#include <algorithm>

#include "index/passage_dates.hpp"
#include "indexer/passage_document.hpp"

namespace furat::indexer {

std::vector<index::YearRange> years_of(const AnnotatedPassage& passage,
                                       std::optional<std::chrono::sys_days> published) {
  std::vector<index::MentionRecord> dates;
  for (const auto& mention : passage.dates)
    if (is_calendar_date(mention)) dates.push_back(record_of(mention));
  return index::years_of(index::dates_of(dates, published), published);
}

std::vector<std::uint32_t> ancestors_in(const ArticleActors& actors, std::uint32_t actor,
                                        const std::vector<index::YearRange>& years) {
  if (years.empty()) return actors.ancestors(actor);
  std::vector<std::uint32_t> rows;
  for (const auto& range : years)
    for (const auto above : actors.ancestors(actor, analysis::YearRange{range.first, range.last}))
      if (std::find(rows.begin(), rows.end(), above) == rows.end()) rows.push_back(above);
  return rows;
}

}  // namespace furat::indexer
