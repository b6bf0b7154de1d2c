// Actors that an article names and the lexicon has not.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/actors/actor_lexicon.hpp"
#include "analysis/actors/actor_words.hpp"
#include "analysis/actors/nations.hpp"

namespace furat::analysis {

/// Everything here follows from the id and the lexicon alone, so that it is the same in whatever
/// article the name is found.
struct FoundActor {
  std::string id;       ///< see found_id(), or country and body: "dk-foreign-ministry"
  std::string name;     ///< the words of the name as its first mention writes them
  std::string kind;     ///< as in the lexicon, and "armed_group": armed, its side unknown
  std::string country;  ///< ISO 3166 alpha-2 or empty
  std::optional<std::uint32_t> parent{};  ///< row of the lexicon
  friend bool operator==(const FoundActor&, const FoundActor&) = default;
};

/// Folded words joined by hyphens. Beyond 60 bytes it is cut between letters and ends in a hash of
/// all.
[[nodiscard]] std::string slug_of(const std::vector<std::string_view>& words);

/// The words of a name that tell it from others, folded: without "the" and articles, those of a
/// person also without initials.
[[nodiscard]] std::vector<std::string_view> telling_words(const TokenizedText& text,
                                                          TokenRange name, bool person);

/// "found-person-amina-rahman", "found-body-...", "found-office-..."; of a numbered body whose
/// country is known "found-unit-iq-9th-division".
[[nodiscard]] std::string found_id(std::string_view sort, std::string_view iso,
                                   const std::vector<std::string_view>& words);

/// The words in such an id, joined by hyphens; empty for other ids.
[[nodiscard]] std::string_view words_in(std::string_view found_id);

/// A body of a country that the lexicon has not. `country_name`: as a list is to show it.
[[nodiscard]] FoundActor national_body(const ActorLexicon& lexicon, std::string_view iso,
                                       std::string_view country_name, NationalBody body);

/// Rows of the lexicon by the folded names of peoples' forces and leaders: "kurdish forces".
using Communities = std::map<std::string, std::uint32_t, std::less<>>;
[[nodiscard]] Communities communities_of(const ActorLexicon& lexicon);
/// "kurdish" of "Kurdish forces" and the like; empty for names that are none such.
[[nodiscard]] std::string people_in_community(std::string_view name);
/// Ids of what is found of a people where the lexicon has no row.
[[nodiscard]] std::vector<std::string> community_ids(std::string_view people);

/// "dk-foreign-ministry": the id of a body of kNationalBodies that has no row.
[[nodiscard]] std::string national_id(std::string_view iso, std::string_view body);

/// The found actors of one article by id. Their numbers follow those of the lexicon's rows.
class FoundActors {
 public:
  FoundActors(const ActorLexicon& lexicon, const Nations& nations, const Communities& communities)
      : lexicon_(lexicon), nations_(nations), communities_(communities) {}

  /// Number of the actor with this id, which may be a row of the lexicon; added if it is new.
  std::uint32_t add(FoundActor actor);

  /// The body of a country: the lexicon's row, or one made of the country's name.
  std::uint32_t national(std::string_view iso, NationalBody body);

  /// The forces or leaders of a people: the lexicon's row of that name, or one made of the words.
  std::uint32_t community(std::string_view people, NationalBody body);

  [[nodiscard]] std::vector<FoundActor> take() && { return std::move(actors_); }

 private:
  const ActorLexicon& lexicon_;
  const Nations& nations_;
  const Communities& communities_;
  std::vector<FoundActor> actors_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
};

}  // namespace furat::analysis
