#include "analysis/text/synonyms.hpp"

#include <algorithm>
#include <array>

namespace furat::analysis {
namespace {

/// Each group: stems that look it up, words it stands for. A word that means several things
/// ("fire", "strike") is left out of the groups it would blur.
struct Group {
  std::array<std::string_view, 8> stems;
  std::array<std::string_view, 8> words;
  std::size_t size;
};

constexpr std::array kGroups{
    Group{{"kill", "dead", "death", "die", "slain", "murder"},
          {"dead", "death", "died", "killed", "murdered", "slain"},
          6},
    Group{{"withdraw", "retreat", "withdrew", "evacu", "pullout"},
          {"evacuated", "retreat", "withdraw", "withdrawal", "withdrew"},
          5},
    Group{{"captur", "seiz", "overrun", "retak", "recaptur", "retook"},
          {"captured", "overran", "recaptured", "retaken", "retook", "seized"},
          6},
    Group{{"negoti", "talk", "truce", "ceasefir"},
          {"ceasefire", "negotiations", "talks", "truce"},
          4},
    Group{{"besieg", "sieg", "encircl", "surround"},
          {"besieged", "encircled", "siege", "surrounded"},
          4},
    Group{{"bomb", "shell", "airstrik"},
          {"airstrike", "bombed", "bombing", "shelled", "shelling"},
          5},
    Group{{"injur", "wound"}, {"injured", "wounded"}, 2},
    Group{{"offens", "assault", "advanc"}, {"advance", "assault", "offensive"}, 3},
    Group{{"flee", "fled", "displac", "refuge"}, {"displaced", "fled", "fleeing", "refugees"}, 4},
    Group{{"captiv", "hostag", "abduct", "kidnap"},
          {"abducted", "captives", "hostages", "kidnapped"},
          4},
    Group{{"surrend"}, {"surrender", "surrendered"}, 2},
    Group{{"troop", "soldier"}, {"soldiers", "troops"}, 2},
};

}  // namespace

std::span<const std::string_view> synonyms_of(std::string_view stem) {
  for (const auto& group : kGroups)
    if (!stem.empty() &&
        std::find(group.stems.begin(), group.stems.end(), stem) != group.stems.end())
      return {group.words.data(), group.size};
  return {};
}

}  // namespace furat::analysis
