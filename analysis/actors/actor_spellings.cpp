#include "analysis/actors/actor_spellings.hpp"

#include <algorithm>

#include "analysis/names/spelling_cascade.hpp"
#include "analysis/names/transliteration_keys.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {
namespace {

/// How alike names must be that have nothing but their consonants in common, and that differ in
/// vowels. A name here is one of thousands: it must be surer than in a search.
constexpr double kSameConsonants = 0.93;
constexpr double kSameSounds = 0.85;

bool is_alike(const SpelledName::Likeness& likeness) {
  switch (likeness.tier) {
    case NameTier::exact:
    case NameTier::letters:
      return true;
    case NameTier::sounds:
      return likeness.similarity >= kSameSounds;
    case NameTier::consonants:
      return likeness.similarity >= kSameConsonants;
  }
  return false;
}

bool has_several_words(const std::string& name) { return tokenize(name).size() > 1; }

}  // namespace

ActorSpellings::Table ActorSpellings::made() const {
  Table table;
  const auto rows = lexicon_.actors();
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto& actor = rows[row];
    const auto add = [&](const std::string& name) {
      const bool conditional = std::find(actor.needs_country.begin(), actor.needs_country.end(),
                                         name) != actor.needs_country.end();
      if (conditional || !has_several_words(name)) return;
      for (const auto& skeleton : transliteration_keys(name).skeletons)
        table[skeleton].push_back({name, row, actor.kind == "person"});
    };
    add(actor.name);
    for (const auto& alias : actor.aliases) add(alias);
  }
  return table;
}

std::optional<std::uint32_t> ActorSpellings::find(const std::string& name, bool person) const {
  std::call_once(once_, [this] { table_ = made(); });
  const SpelledName spelled(name);
  std::optional<std::uint32_t> found;
  for (const auto& skeleton : spelled.skeletons()) {
    const auto entries = table_.find(skeleton);
    if (entries == table_.end()) continue;
    for (const auto& entry : entries->second) {
      if (entry.person != person || found == entry.row) continue;
      const auto likeness = spelled.likeness(entry.name, skeleton);
      if (!likeness || !is_alike(*likeness)) continue;
      if (found) return std::nullopt;
      found = entry.row;
    }
  }
  return found;
}

}  // namespace furat::analysis
