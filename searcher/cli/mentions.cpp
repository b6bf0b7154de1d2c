#include "searcher/cli/mentions.hpp"

#include <unordered_set>

#include "searcher/cli/sanitize.hpp"

namespace furat::cli {

namespace {

/// A date is shown as its value where that reads as one ("2017-10", "--02-09"), else by its days.
std::string shown_name(const MentionInfo& mention) {
  const bool is_length = mention.dimension == "date" && mention.id.starts_with('P');
  if (is_length && !(mention.first.empty() && mention.last.empty()))
    return mention.first + ".." + mention.last;
  return mention.name.empty() ? mention.id : mention.name;
}

}  // namespace

std::vector<std::string> mentioned_names(const Hit& hit, std::string_view dimension) {
  std::vector<std::string> names;
  std::unordered_set<std::string> seen;
  for (const MentionInfo& mention : hit.mentions) {
    if (mention.dimension != dimension) continue;
    // Places as the facet counts them: where it happened, not whose jets.
    if (!mention.role.empty() && mention.role != "at") continue;
    std::string name = sanitized(shown_name(mention));
    if (!name.empty() && seen.insert(name).second) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace furat::cli
