// The names of the lexicon's actors in an article: longest first, conditions by country.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/actors/actor_lexicon.hpp"
#include "analysis/actors/actor_phrase.hpp"
#include "analysis/actors/country_evidence.hpp"
#include "analysis/article_context.hpp"
#include "analysis/lexicon/name_matcher.hpp"

namespace furat::analysis {

/// Immutable after construction: share one among threads. Lexicon and places must outlive it.
class LexiconNames {
 public:
  LexiconNames(const ActorLexicon& actors, std::span<const PlaceEntry> places);

  /// The names of each passage that are somebody's, ascending, not overlapping. A name of several
  /// bodies is that of the country the article speaks of most; with equal evidence it is not
  /// guessed and left out. `nations` are those of each passage; where they do not decide, the
  /// towns of the countries do.
  [[nodiscard]] std::vector<std::vector<KnownActor>> known_in(
      const ArticleContext& article, std::span<const std::vector<NationName>> nations) const;

 private:
  /// One actor that a matched name may mean.
  struct Reading {
    std::uint32_t actor = 0;
    bool needs_country = false;
    int evidence = 0;  ///< how often the article speaks of its country
  };
  struct Candidate {
    NameMatcher::Match match;
    std::vector<Reading> readings;
    std::optional<std::uint32_t> actor;
    std::string_view rule;
  };
  using Candidates = std::vector<Candidate>;

  [[nodiscard]] static NameTrieBuilder names_of(const ActorLexicon& lexicon);
  [[nodiscard]] Candidates candidates_of(const TokenizedText& text) const;
  /// The countries of the actors that are decided.
  void count_actors(std::span<const Candidates> passages, CountryCounts& counts) const;
  /// Decides what is open; false if something still is.
  [[nodiscard]] bool decide(const ArticleContext& article, const CountryCounts& counts,
                            std::span<Candidates> passages) const;
  void decide_by_country(const TokenizedText& text, const CountryCounts& counts,
                         Candidate& candidate) const;
  [[nodiscard]] bool is_other_body(const TokenizedText& text, const Candidate& candidate,
                                   const Reading& reading) const;
  [[nodiscard]] bool is_other_person(const TokenizedText& text, const Candidate& candidate,
                                     std::uint32_t actor) const;
  [[nodiscard]] KnownActor known(const Candidate& candidate) const;

  /// A guess, right whenever it says no: names in lower case may begin with this word. Few do, and
  /// most words of a text are such.
  class LowerCaseBeginnings {
   public:
    explicit LowerCaseBeginnings(const ActorLexicon& lexicon);
    [[nodiscard]] bool may_have(std::string_view folded) const { return bits_[slot_of(folded)]; }

   private:
    static constexpr std::size_t kSlots = 4096;
    [[nodiscard]] static std::size_t slot_of(std::string_view folded);
    std::bitset<kSlots> bits_;
  };
  [[nodiscard]] bool may_begin(const TokenizedText& text, std::size_t i) const;

  const ActorLexicon& actors_;
  LowerCaseBeginnings lower_case_;
  NameMatcher matcher_;  ///< payload: twice the row, plus 1 where the name needs its country
  CountryNames countries_;
};

}  // namespace furat::analysis
