#include "searcher/formats/mentions.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "searcher/formats/sanitize.hpp"

namespace furat::formats {

namespace {

/// "201" is the decade of the 2010s, "19" the century that began in 1900.
std::string year_range_name(const std::string& timex) {
  const bool digits = timex.find_first_not_of("0123456789") == std::string::npos;
  if (!digits || timex.size() < 2 || timex.size() > 3) return timex;
  return timex + (timex.size() == 2 ? "00s" : "0s");
}

/// A date is shown as its value where that reads as one ("2017-10", "--02-09"), a length of time by
/// its days, an open date with its open side.
std::string shown_date(const MentionInfo& mention) {
  if (mention.first.empty() && mention.last.empty()) return mention.id;
  if (mention.last.empty()) return "since " + mention.first;
  if (mention.first.empty()) return "until " + mention.last;
  if (mention.id.starts_with('P')) return mention.first + ".." + mention.last;
  return year_range_name(mention.name.empty() ? mention.id : mention.name);
}

bool begins_range(const MentionInfo& mention) {
  return std::count(mention.flags.begin(), mention.flags.end(), "begins-range") != 0;
}

std::string shown_name(const MentionInfo& mention) {
  if (mention.dimension == "date") return shown_date(mention);
  return mention.name.empty() ? mention.id : mention.name;
}

}  // namespace

std::vector<std::string> mentioned_names(const Hit& hit, std::string_view dimension) {
  std::vector<std::string> names;
  std::unordered_set<std::string> seen;
  std::string beginning;  // of a range, until its end follows
  for (const MentionInfo& mention : hit.mentions) {
    if (mention.dimension != dimension) continue;
    // Places as the facet counts them: where it happened, not whose jets.
    if (!mention.role.empty() && mention.role != "at") continue;
    std::string name = std::exchange(beginning, {}) + sanitized(shown_name(mention));
    if (begins_range(mention))
      beginning = std::move(name) + "..";
    else if (!name.empty() && seen.insert(name).second)
      names.push_back(std::move(name));
  }
  return names;
}

}  // namespace furat::formats
