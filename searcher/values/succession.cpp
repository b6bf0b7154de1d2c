#include "searcher/values/succession.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "index/schema.hpp"
#include "index/tables.hpp"

namespace furat {

std::vector<SuccessionStep> line_of_succession(std::uint32_t actor, const GenerationView& view) {
  // A cycle, which no sound lexicon has, must end; and what has no end is no line.
  constexpr std::size_t kLongest = 1000;
  std::set<std::uint32_t> seen{actor};
  std::vector<SuccessionStep> line{{actor, 0}};
  int step = 0;
  for (auto next = view.value(actor).successor; next && seen.insert(*next).second;
       next = view.value(*next).successor) {
    line.push_back({*next, ++step});
    if (line.size() > kLongest) view.throw_damaged("the succession of an actor has no end");
  }
  std::vector<SuccessionStep> pending{{actor, 0}};
  while (!pending.empty()) {
    const auto later = pending.back();
    pending.pop_back();
    for (const auto earlier : view.renamed_into(later.ordinal))
      if (seen.insert(earlier).second) {
        pending.push_back({earlier, later.step - 1});
        line.push_back(pending.back());
      }
    if (line.size() > kLongest) view.throw_damaged("the succession of an actor has no end");
  }
  if (line.size() == 1) return {};
  std::sort(line.begin(), line.end(), [&](const SuccessionStep& a, const SuccessionStep& b) {
    return std::tuple(a.step, view.value(a.ordinal).from_year.value_or(0), a.ordinal) <
           std::tuple(b.step, view.value(b.ordinal).from_year.value_or(0), b.ordinal);
  });
  return line;
}

std::string note_on_succession(std::uint32_t actor, const GenerationView& view) {
  constexpr std::size_t kMost = 4;
  std::string note;
  std::size_t told = 0;
  for (const auto& [ordinal, step] : line_of_succession(actor, view)) {
    const auto& other = view.value(ordinal);
    const auto term = index::bounded_term(index::prefix::kActor, other.id);
    if (step == 0 || !view.term_exists(term)) continue;
    if (++told > kMost) return note + ", and more";
    note += (note.empty() ? "also: " : ", ") + other.name + " (" + other.id + "), its " +
            (step < 0 ? "predecessor" : "successor");
  }
  return note;
}

}  // namespace furat
