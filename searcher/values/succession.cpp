#include "searcher/values/succession.hpp"

#include <algorithm>
#include <set>

#include "index/schema.hpp"
#include "index/tables.hpp"
#include "index/varint.hpp"

namespace furat {
namespace {

/// Begins the keys by which actors are found by their ids.
std::string actor_keys() { return index::key::value_id(index::Dimension::actor, ""); }

}  // namespace

void Successions::read() {
  if (is_read_) return;
  is_read_ = true;
  const auto& database = view_.database();
  const auto prefix = actor_keys();
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key) {
    const auto bytes = database.get_metadata(*key);
    index::ByteReader reader(bytes);
    const auto actor = reader.varint32();
    if (reader.failed()) continue;
    if (const auto next = view_.value(actor).successor) predecessors_[*next].push_back(actor);
  }
  for (auto& [successor, actors] : predecessors_) std::sort(actors.begin(), actors.end());
}

std::vector<SuccessionStep> Successions::line_of(std::uint32_t actor) {
  read();
  // A cycle, which no sound lexicon has, must end.
  std::set<std::uint32_t> seen{actor};
  std::vector<SuccessionStep> line{{actor, 0}};
  int step = 0;
  for (auto next = view_.value(actor).successor; next && seen.insert(*next).second;
       next = view_.value(*next).successor)
    line.push_back({*next, ++step});
  std::vector<SuccessionStep> pending{{actor, 0}};
  while (!pending.empty()) {
    const auto later = pending.back();
    pending.pop_back();
    const auto before = predecessors_.find(later.ordinal);
    if (before == predecessors_.end()) continue;
    for (const auto earlier : before->second)
      if (seen.insert(earlier).second) {
        pending.push_back({earlier, later.step - 1});
        line.push_back(pending.back());
      }
  }
  if (line.size() == 1) return {};
  std::sort(line.begin(), line.end(), [&](const SuccessionStep& a, const SuccessionStep& b) {
    return std::tuple(a.step, view_.value(a.ordinal).from_year.value_or(0), a.ordinal) <
           std::tuple(b.step, view_.value(b.ordinal).from_year.value_or(0), b.ordinal);
  });
  return line;
}

std::string note_on_succession(std::uint32_t actor, const GenerationView& view) {
  constexpr std::size_t kMost = 4;
  std::string note;
  std::size_t told = 0;
  for (const auto& [ordinal, step] : Successions(view).line_of(actor)) {
    const auto& other = view.value(ordinal);
    const auto term = index::bounded_term(index::prefix::kActor, other.id);
    if (step == 0 || !view.database().term_exists(term)) continue;
    if (++told > kMost) return note + ", and more";
    note += (note.empty() ? "also: " : ", ") + other.name + " (" + other.id + "), its " +
            (step < 0 ? "predecessor" : "successor");
  }
  return note;
}

}  // namespace furat
