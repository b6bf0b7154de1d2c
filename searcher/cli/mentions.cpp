#include "searcher/cli/mentions.hpp"

#include <unordered_set>

#include "searcher/cli/sanitize.hpp"

namespace furat::cli {

std::vector<std::string> mentioned_names(const Hit& hit, std::string_view dimension) {
  std::vector<std::string> names;
  std::unordered_set<std::string> seen;
  for (const MentionInfo& mention : hit.mentions) {
    if (mention.dimension != dimension) continue;
    std::string name = sanitized(mention.name.empty() ? mention.id : mention.name);
    if (!name.empty() && seen.insert(name).second) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace furat::cli
