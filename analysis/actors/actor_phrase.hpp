// Phrases that name an actor in more words than the lexicon has, or one that it has not: what the
// finders of persons, bodies and national bodies give, before it is known who that is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/actors/actor_words.hpp"
#include "analysis/actors/nations.hpp"
#include "analysis/actors/scored_actor.hpp"
#include "analysis/places/place_cues.hpp"
#include "analysis/text/tokenizer.hpp"

namespace furat::analysis {

/// A name of the lexicon in a text, already decided.
struct KnownActor {
  TokenRange tokens;
  std::uint32_t actor = 0;  ///< row
  bool person = false;
  std::string_view rule;
  double score = 0;                     ///< among those that have this name; 0 where one has
  std::vector<ScoredActor> rejected{};  ///< the others, best first
};

struct ActorPhrase {
  enum class Kind : std::uint8_t { known, national, community, person, body, office };

  TokenRange extent;  ///< with the article, the title and the nouns around the name
  TokenRange name;    ///< the name proper, which owns the places inside it
  Kind kind = Kind::known;
  std::string_view rule;
  NationalBody body = NationalBody::none;  ///< national, communities
  std::string_view iso{};                  ///< national, bodies and offices: of the country
  std::string_view people{};               ///< communities: "kurdish"
  TokenRange title{};                      ///< persons and offices; empty if there is none
  bool numbered = false;                   ///< bodies: the name begins with a number
  const KnownActor* known = nullptr;       ///< known: the name of the lexicon in the phrase
};

/// A phrase around a name of the lexicon.
[[nodiscard]] ActorPhrase phrase_of(const KnownActor& known, TokenRange extent, TokenRange name);

/// What the finders see of a passage. Names are ascending and do not overlap.
struct PhraseContext {
  const TokenizedText& text;
  std::span<const KnownActor> known;
  std::span<const NationName> nations;
  std::vector<std::uint32_t> known_at;   ///< per token: number in `known` of a name that covers it
  std::vector<std::uint32_t> nation_at;  ///< likewise in `nations`
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  PhraseContext(const TokenizedText& text, std::span<const KnownActor> known,
                std::span<const NationName> nations);

  /// The name that begins at token `i`, or covers it.
  [[nodiscard]] const KnownActor* known_begins(std::size_t i) const;
  [[nodiscard]] const KnownActor* known_covers(std::size_t i) const;
  [[nodiscard]] const NationName* nation_begins(std::size_t i) const;
  [[nodiscard]] const NationName* nation_covers(std::size_t i) const;

  /// White space in the line, a hyphen or the stop of an abbreviation stands before token `i`.
  [[nodiscard]] bool goes_on(std::size_t i) const;
  /// Capital first, or part of an Arabic article before a capital.
  [[nodiscard]] bool is_capitalised(std::size_t i) const;
  /// The first word of a sentence, line or quotation.
  [[nodiscard]] bool begins_sentence(std::size_t i) const;
  [[nodiscard]] ActorWord word(std::size_t i) const;  ///< looked up at most once a token
  /// "al" before a capital, "an-Nusra", not the English "an".
  [[nodiscard]] bool is_name_article(std::size_t i) const;
  /// `first` moved over "the" before it.
  [[nodiscard]] std::size_t with_article(std::size_t first) const;

 private:
  mutable std::vector<ActorWord> words_;
};

}  // namespace furat::analysis
