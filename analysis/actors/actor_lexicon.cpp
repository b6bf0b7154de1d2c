#include "analysis/actors/actor_lexicon.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace furat::analysis {

ActorLexicon::ActorLexicon(std::span<const ActorEntry> actors)
    : actors_(actors.begin(), actors.end()), links_(actors.size()) {
  for (std::uint32_t row = 0; row < actors_.size(); ++row) {
    const auto& actor = actors_[row];
    by_id_.try_emplace(actor.id, row);
    if (!actor.national.empty()) national_[actor.country].try_emplace(actor.national, row);
  }
  for (std::uint32_t row = 0; row < actors_.size(); ++row)
    for (const auto& link : actors_[row].parents)
      if (const auto parent = find(link.id))
        links_[row].push_back({*parent, link.from_year, link.to_year});
  last_parents_ = last_parents();
}

std::optional<std::uint32_t> ActorLexicon::find(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> ActorLexicon::national(std::string_view iso,
                                                    std::string_view body) const {
  const auto bodies = national_.find(iso);
  if (bodies == national_.end()) return std::nullopt;
  const auto found = bodies->second.find(body);
  return found == bodies->second.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> ActorLexicon::last_end(std::uint32_t actor) const {
  std::optional<int> last;
  for (const auto& link : links_[actor]) {
    if (!link.to_year) return std::nullopt;
    last = std::max(last, link.to_year);
  }
  return last;
}

bool ActorLexicon::counts(const Link& link, std::optional<YearRange> years,
                          std::optional<int> last_end) {
  if (!years) return link.to_year == last_end;
  return link.from_year.value_or(years->last) <= years->last &&
         years->first <= link.to_year.value_or(years->first);
}

std::vector<std::uint32_t> ActorLexicon::ancestors(std::uint32_t actor,
                                                   std::optional<YearRange> years) const {
  std::vector<std::uint32_t> rows{actor};
  // Breadth first. Links of different years may lead back: each row is taken once.
  for (std::size_t next = 0; next < rows.size(); ++next) {
    const auto row = rows[next];
    const auto end = last_end(row);
    for (const auto& link : links_[row])
      if (counts(link, years, end) &&
          std::find(rows.begin(), rows.end(), link.parent) == rows.end())
        rows.push_back(link.parent);
  }
  rows.erase(rows.begin());
  return rows;
}

bool ActorLexicon::is_older(const Link& a, const Link& b) {
  const auto time_of = [](const Link& link) {
    return std::pair(link.to_year.value_or(std::numeric_limits<int>::max()),
                     link.from_year.value_or(std::numeric_limits<int>::min()));
  };
  return time_of(a) < time_of(b);
}

const ActorLexicon::Link* ActorLexicon::last_link(std::uint32_t actor) const {
  const auto& links = links_[actor];
  return links.empty() ? nullptr : &*std::max_element(links.begin(), links.end(), is_older);
}

std::vector<std::optional<std::uint32_t>> ActorLexicon::last_parents() const {
  std::vector<std::optional<std::uint32_t>> parents(actors_.size());
  for (std::uint32_t row = 0; row < actors_.size(); ++row)
    if (const auto* link = last_link(row)) parents[row] = link->parent;
  constexpr auto kNever = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> passed_from(actors_.size(), kNever);
  for (std::uint32_t start = 0; start < actors_.size(); ++start) {
    auto row = std::optional(start);
    for (; row && passed_from[*row] == kNever; row = parents[*row]) passed_from[*row] = start;
    if (!row || passed_from[*row] != start) continue;
    // Around once more, to where the circle is cut.
    auto oldest = *row;
    for (auto next = *parents[*row]; next != *row; next = *parents[next])
      if (is_older(*last_link(next), *last_link(oldest))) oldest = next;
    parents[oldest].reset();
  }
  return parents;
}

bool ActorLexicon::has_dated_parents(std::uint32_t actor) const {
  const auto& links = links_[actor];
  return links.size() > 1 || (!links.empty() && (links.front().from_year || links.front().to_year));
}

}  // namespace furat::analysis
