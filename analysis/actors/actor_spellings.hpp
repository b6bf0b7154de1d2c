// Actors of the lexicon under spellings that it does not list: "Faylaq" and "Failaq", "Jaysh" and
// "Jeish". By the name cascade of analysis/names.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/actors/actor_lexicon.hpp"

namespace furat::analysis {

/// Made at the first question, once: it takes a moment, and some texts ask none. Any thread. The
/// lexicon must outlive it.
class ActorSpellings {
 public:
  explicit ActorSpellings(const ActorLexicon& lexicon) : lexicon_(lexicon) {}

  /// The only actor with a name of two words or more that sounds like this one, a person's if
  /// `person`. Names that need their country are left out.
  [[nodiscard]] std::optional<std::uint32_t> find(const std::string& name, bool person) const;

 private:
  struct Entry {
    std::string name;
    std::uint32_t row = 0;
    bool person = false;
  };
  using Table = std::unordered_map<std::string, std::vector<Entry>>;  // by skeleton key
  [[nodiscard]] Table made() const;

  const ActorLexicon& lexicon_;
  mutable std::once_flag once_;
  mutable Table table_;
};

}  // namespace furat::analysis
