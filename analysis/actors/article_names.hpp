// Who an article's names mean: the same person under the surname, the same body under a part of its
// name or its acronym. Only what is safe within one article (extraction.md 3.3).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/actors/acronym_definitions.hpp"
#include "analysis/actors/actor_phrase.hpp"
#include "analysis/actors/actor_spellings.hpp"
#include "analysis/actors/found_actor.hpp"

namespace furat::analysis {

/// A name met again without anything around it that says what it is.
struct RecalledName {
  TokenRange tokens;
  std::uint32_t actor = 0;
  std::string_view rule;
};

/// The names that one article gives to actors. All phrases are introduced before anything is
/// recalled, so that a headline may use what the text explains.
class ArticleNames {
 public:
  ArticleNames(const ActorLexicon& lexicon, const ActorSpellings& spellings, FoundActors& found)
      : lexicon_(lexicon), spellings_(spellings), found_(found) {}

  /// First all phrases of the article, in reading order. The texts must outlive this object.
  void introduce(const PhraseContext& context, std::span<const ActorPhrase> phrases);

  /// Then everything introduced gets its actor.
  void settle();

  struct Settled {
    std::uint32_t actor = 0;
    std::string_view rule;
  };
  /// The actor of a phrase of the `passage`th call of introduce(); nullopt if it names none after
  /// all.
  [[nodiscard]] const std::optional<Settled>& actor_of(std::size_t passage,
                                                       std::size_t phrase) const {
    return settled_[passage][phrase];
  }

  /// What an acronym stands for where the article says so.
  [[nodiscard]] std::optional<std::uint32_t> defined(std::string_view acronym) const;

  /// A name that begins at token `i` and was introduced elsewhere.
  [[nodiscard]] std::optional<RecalledName> recall(const PhraseContext& context,
                                                   std::size_t i) const;

  /// The acronyms that the `passage`th text defines mean what their long forms mean. After
  /// settle().
  void define(const PhraseContext& context, std::size_t passage,
              std::span<const ActorPhrase> phrases, std::span<const AcronymDefinition> definitions);

 private:
  struct Introduced {
    std::size_t passage = 0, phrase = 0;
    const ActorPhrase* what = nullptr;
    const TokenizedText* text = nullptr;
    std::vector<std::string_view> words;  ///< folded, without articles and initials
    std::string_view kind;                ///< bodies
  };
  struct Surname {
    std::uint32_t actor = 0;
    bool shared = false;
  };

  void settle_person(const Introduced& person);
  void settle_body(const Introduced& body);
  void settle_office(const Introduced& office, const std::string& title);
  void settle(const Introduced& name, std::uint32_t actor, std::string_view rule);
  void add_surname(std::string surname, std::uint32_t actor);
  void remember(const std::vector<std::string_view>& words, std::uint32_t actor);
  void remember_parts(const std::vector<std::string_view>& words, std::uint32_t actor);
  [[nodiscard]] std::optional<RecalledName> whole_name_at(const PhraseContext& context,
                                                          std::size_t first, std::size_t i) const;
  [[nodiscard]] std::optional<std::uint32_t> longer_body(const Introduced& body) const;
  [[nodiscard]] std::string country_of(const Introduced& body) const;
  [[nodiscard]] std::vector<std::string_view> told_by(const Introduced& person) const;
  /// The lexicon's actor that the name is another spelling of. Asked once for each name.
  [[nodiscard]] std::optional<std::uint32_t> spelled_otherwise(const Introduced& name);

  const ActorLexicon& lexicon_;
  const ActorSpellings& spellings_;
  FoundActors& found_;
  std::vector<std::vector<std::optional<Settled>>> settled_;
  struct TitleOf {
    std::size_t passage = 0, phrase = 0;
    std::string key;
  };
  std::vector<Introduced> persons_, bodies_, offices_;
  std::vector<TitleOf> titles_;           ///< of persons
  std::vector<std::string> office_keys_;  ///< one for each of offices_
  std::unordered_map<std::string, Surname> surnames_;
  std::unordered_map<std::string, Surname> holders_;              ///< of offices, by title
  std::unordered_map<std::string, std::uint32_t> names_;          ///< whole, by their words
  std::unordered_map<std::string_view, std::size_t> name_sizes_;  ///< longest, by first word
  std::unordered_map<std::string, Surname> acronyms_;
  std::unordered_map<std::string, Surname> bodies_by_part_;  ///< by what may be left of a name
  std::unordered_map<std::string, std::optional<std::uint32_t>> respelled_;  ///< by name
  std::string_view army_country_{};  ///< of the armed actors named, if of one
  bool several_armies_ = false;
};

}  // namespace furat::analysis
