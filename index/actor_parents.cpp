#include "index/actor_parents.hpp"

#include <algorithm>

#include "index/varint.hpp"

namespace furat::index {
namespace {

constexpr std::uint8_t kHasFrom = 1, kHasTo = 2;  // stored: do not renumber

int year_of(std::chrono::sys_days day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

void append(std::string& out, const DatedParent& link) {
  append_varint(out, link.parent);
  out += static_cast<char>((link.from_year ? kHasFrom : 0) | (link.to_year ? kHasTo : 0));
  if (link.from_year) append_signed(out, *link.from_year);
  if (link.to_year) append_signed(out, *link.to_year);
}

/// Nullopt for parts that there are not.
std::optional<DatedParent> read_parent(ByteReader& reader) {
  DatedParent link{.parent = reader.varint32()};
  const auto has = reader.byte();
  if ((has & kHasFrom) != 0) link.from_year = reader.signed_varint32();
  if ((has & kHasTo) != 0) link.to_year = reader.signed_varint32();
  if ((has & ~(kHasFrom | kHasTo)) != 0) return std::nullopt;
  return link;
}

/// The year in which the last of the links ended; none if one still holds.
std::optional<int> last_end(const std::vector<DatedParent>& links) {
  std::optional<int> last;
  for (const auto& link : links) {
    if (!link.to_year) return std::nullopt;
    last = std::max(last, link.to_year);
  }
  return last;
}

bool overlaps(const DatedParent& link, YearRange years) {
  return (!link.from_year || *link.from_year <= years.last) &&
         (!link.to_year || years.first <= *link.to_year);
}

void add_above(std::uint32_t actor, const ActorParents& parents, std::optional<YearRange> years,
               std::set<std::uint32_t>& above) {
  std::vector<std::uint32_t> pending{actor};
  while (!pending.empty()) {
    const auto links = parents.find(pending.back());
    pending.pop_back();
    if (links == parents.end()) continue;
    const auto end = last_end(links->second);
    for (const auto& link : links->second) {
      const bool counts = years ? overlaps(link, *years) : link.to_year == end;
      if (counts && above.insert(link.parent).second) pending.push_back(link.parent);
    }
  }
}

}  // namespace

std::vector<YearRange> years_of(const std::vector<PassageDate>& dates,
                                std::optional<std::chrono::sys_days> published) {
  std::vector<YearRange> years;
  for (const auto& date : dates)
    if (date.days && !date.is_open())
      years.push_back({year_of(date.days->first), year_of(date.days->last)});
  if (years.empty() && published) years.push_back({year_of(*published), year_of(*published)});
  return years;
}

std::string encode(const ActorParents& parents) {
  std::string out;
  if (parents.empty()) return out;
  append_varint(out, parents.size());
  for (const auto& [actor, links] : parents) {
    append_varint(out, actor);
    append_varint(out, links.size());
    for (const auto& link : links) append(out, link);
  }
  return out;
}

std::optional<ActorParents> decode_actor_parents(std::string_view bytes) {
  ActorParents parents;
  if (bytes.empty()) return parents;
  ByteReader reader(bytes);
  for (auto actors = reader.count(); actors != 0 && !reader.failed(); --actors) {
    const auto [entry, is_new] = parents.try_emplace(reader.varint32());
    if (!is_new) return std::nullopt;
    for (auto count = reader.count(); count != 0 && !reader.failed(); --count) {
      const auto link = read_parent(reader);
      if (!link) return std::nullopt;
      entry->second.push_back(*link);
    }
  }
  if (reader.failed() || !reader.at_end()) return std::nullopt;
  return parents;
}

void add_with_parents(std::uint32_t actor, const ActorParents& parents,
                      const std::vector<YearRange>& years, std::set<std::uint32_t>& named) {
  named.insert(actor);
  const auto add = [&](std::optional<YearRange> range) {
    std::set<std::uint32_t> above;  // of this range alone: another may lead further from there
    add_above(actor, parents, range, above);
    named.insert(above.begin(), above.end());
  };
  if (years.empty()) add(std::nullopt);
  for (const auto& range : years) add(range);
}

}  // namespace furat::index
