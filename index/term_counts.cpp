#include "index/term_counts.hpp"

#include "index/schema.hpp"

namespace furat::index {

void TermCounts::compare(const Xapian::Database& database,
                         const std::function<void(const std::string&)>& fault) {
  for (const auto prefix :
       {prefix::kPlace, prefix::kActor, prefix::kSource, prefix::kDateCover, prefix::kDateAncestor,
        prefix::kDateInterval, prefix::kDateScope, prefix::kPublished, prefix::kWithout,
        prefix::kArticle, prefix::kMention, prefix::kPlaceRole, prefix::kNamedPlace,
        prefix::kCandidate, prefix::kKind, prefix::kSpelling}) {
    const std::string begin(prefix);
    for (auto term = database.allterms_begin(begin); term != database.allterms_end(begin); ++term) {
      const auto counted = counts_.find(*term);
      if (counted == counts_.end() || counted->second != term.get_termfreq())
        fault("term " + *term + " is in " + std::to_string(term.get_termfreq()) +
              " passages, a full count gives " +
              std::to_string(counted == counts_.end() ? 0 : counted->second));
      else
        counts_.erase(counted);
    }
  }
  for (const auto& [term, count] : counts_)
    fault("term " + term + " is missing, a full count gives " + std::to_string(count));
}

}  // namespace furat::index
