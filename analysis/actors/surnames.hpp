// Persons known by their surname alone once an article has given the full name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/actors/actor_recognizer.hpp"

namespace furat::analysis {

/// The surnames an article has introduced so far, in reading order. Views point into its texts.
class SurnameMemory {
 public:
  /// Remembers the last word of a full name in tokens [first, past_end) of `text`. Names of one
  /// word, kunyas ("Abu Omar") and Arabic script, which has no capitals to go by, are left out.
  void introduce(const TokenizedText& text, std::size_t first, std::size_t past_end,
                 std::uint32_t actor);

  /// Adds a mention (rule "actor.surname") if token `i` is the surname of exactly one person
  /// introduced and of nobody else's name.
  void recall(const TokenizedText& text, std::size_t i, std::vector<ActorMention>& mentions) const;

  [[nodiscard]] bool empty() const { return surnames_.empty(); }

 private:
  struct Surname {
    std::string_view folded;
    std::uint32_t actor = 0;
    bool shared = false;  ///< two persons have it: it names neither
  };
  std::vector<Surname> surnames_;
};

/// The capitalised word before makes token `i` the end of somebody's full name ("Asma al-X").
[[nodiscard]] bool ends_other_name(const TokenizedText& text, std::size_t i);

}  // namespace furat::analysis
