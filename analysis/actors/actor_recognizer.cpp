#include "analysis/actors/actor_recognizer.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "analysis/actors/country_evidence.hpp"
#include "analysis/actors/short_names.hpp"
#include "analysis/actors/surnames.hpp"
#include "analysis/lexicon/name_matcher.hpp"
#include "analysis/lexicon/name_span.hpp"
#include "analysis/places/place_cues.hpp"
#include "analysis/places/place_words.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kByName = "actor.name";
constexpr std::string_view kByCountry = "actor.country";

/// One actor that a matched name may mean.
struct ActorReading {
  std::uint32_t actor = 0;
  bool needs_country = false;
};

struct ActorCandidate {
  NameMatcher::Match match;
  std::vector<ActorReading> readings;
  std::optional<std::uint32_t> actor;
  std::string_view rule;
};
using ActorCandidates = std::vector<ActorCandidate>;

/// What an article has named so far and may name in short.
struct ArticleMemory {
  SurnameMemory surnames;
  ShortNameMemory short_names;

  [[nodiscard]] bool empty() const { return surnames.empty() && short_names.empty(); }
  void recall(const TokenizedText& text, std::size_t token,
              std::vector<ActorMention>& mentions) const {
    surnames.recall(text, token, mentions);
    short_names.recall(text, token, mentions);
  }
};

/// A name as it is compared: folded, the article before it dropped.
std::string name_key(std::string_view name) {
  auto key = fold_name(name);
  const auto blank = key.find(' ');
  if (blank != std::string::npos && is_article(key.substr(0, blank))) key.erase(0, blank + 1);
  return key;
}

/// "Monitor" for "Al-Monitor".
bool name_lacks_article(std::string_view name, std::string_view folded_word) {
  const auto key = fold_name(name);
  const auto blank = key.find(' ');
  return blank != std::string::npos && is_article(key.substr(0, blank)) &&
         key.substr(blank + 1) == folded_word;
}

/// "government forces", "rebels": a description, not a name.
bool is_description(const TokenizedText& text, const NameMatcher::Match& match) {
  for (auto i = match.first_token; i < match.first_token + match.token_count; ++i)
    if (text[i].upper_initial || text[i].has_digit || text[i].arabic) return false;
  return true;
}

/// "THIS IS ALL": in a line of capitals an acronym that is also a function word is that word.
bool is_function_word(const TokenizedText& text, const NameMatcher::Match& match) {
  const auto first = match.first_token;
  return match.token_count == 1 && text[first].all_upper && is_stop_word(text.folded(first)) &&
         in_line_of_capitals(text, first);
}

}  // namespace

struct ActorRecognizer::Impl {
  Impl(const ActorLexicon& lexicon, std::span<const PlaceEntry> places);
  [[nodiscard]] static NameTrieBuilder names_of(const ActorLexicon& lexicon);

  [[nodiscard]] ActorCandidates candidates_of(const TokenizedText& text) const;
  [[nodiscard]] CountryCounts country_counts(const ArticleContext& article,
                                             std::span<const ActorCandidates> passages) const;
  void decide_by_country(const TokenizedText& text, const CountryCounts& counts,
                         ActorCandidate& candidate) const;
  [[nodiscard]] bool is_other_body(const TokenizedText& text, const ActorCandidate& candidate,
                                   const ActorReading& reading) const;
  [[nodiscard]] bool is_other_person(const TokenizedText& text, const ActorCandidate& candidate,
                                     std::uint32_t actor) const;
  [[nodiscard]] std::vector<ActorMention> mentions_of(const TokenizedText& text,
                                                      const ActorCandidates& candidates,
                                                      ArticleMemory& memory) const;

  const ActorLexicon& actors;
  NameMatcher matcher;  ///< payload: twice the row, plus 1 where the name needs its country
  CountryNames countries;
};

ActorRecognizer::Impl::Impl(const ActorLexicon& lexicon, std::span<const PlaceEntry> places)
    : actors(lexicon), matcher(names_of(lexicon)), countries(places) {}

NameTrieBuilder ActorRecognizer::Impl::names_of(const ActorLexicon& lexicon) {
  NameTrieBuilder names;
  const auto rows = lexicon.actors();
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto& actor = rows[row];
    std::unordered_set<std::string> conditional;
    for (const auto& name : actor.needs_country) {
      conditional.insert(name_key(name));
      names.add(name, 2 * row + 1);
    }
    const auto add = [&](const std::string& name) {
      if (!conditional.contains(name_key(name))) names.add(name, 2 * row);
    };
    add(actor.name);
    for (const auto& name : actor.aliases) add(name);
    for (const auto& name : actor.arabic) add(name);
  }
  return names;
}

/// A person's surname as an alias must not catch a relative: "Asma al-Assad" is not "Assad".
bool ActorRecognizer::Impl::is_other_person(const TokenizedText& text,
                                            const ActorCandidate& candidate,
                                            std::uint32_t actor) const {
  if (actors.actors()[actor].kind != "person") return false;
  const auto& match = candidate.match;
  const bool one_word = match.token_count == 1 ||
                        (match.token_count == 2 && is_article(text.folded(match.first_token)));
  return one_word && ends_other_name(text, match.first_token + match.token_count - 1);
}

/// One word that is also a common noun, behind another capitalised one, ends the name of some other
/// body: "Rome Coalition", "Coastal Tigers", "Basin Monitor" for Al-Monitor.
bool ActorRecognizer::Impl::is_other_body(const TokenizedText& text,
                                          const ActorCandidate& candidate,
                                          const ActorReading& reading) const {
  const auto& match = candidate.match;
  const auto& token = text[match.first_token];
  if (match.token_count != 1 || token.all_upper || token.arabic) return false;
  const auto word = text.folded(match.first_token);
  const bool common = reading.needs_country || place_word(word).is(kOrganisationNoun) ||
                      name_lacks_article(actors.actors()[reading.actor].name, word);
  return common && ends_other_name(text, match.first_token);
}

ActorCandidates ActorRecognizer::Impl::candidates_of(const TokenizedText& text) const {
  ActorCandidates candidates;
  for (const auto& match : matcher.matches(text)) {
    if (is_function_word(text, match)) continue;
    ActorCandidate candidate{match, {}, std::nullopt, kByName};
    for (const auto payload : match.payloads) {
      const ActorReading reading{payload / 2, payload % 2 == 1};
      if (!is_other_person(text, candidate, reading.actor) &&
          !is_other_body(text, candidate, reading))
        candidate.readings.push_back(reading);
    }
    if (candidate.readings.empty()) continue;
    const auto& first = candidate.readings.front();
    if (candidate.readings.size() == 1 && !first.needs_country) candidate.actor = first.actor;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

CountryCounts ActorRecognizer::Impl::country_counts(
    const ArticleContext& article, std::span<const ActorCandidates> passages) const {
  CountryCounts counts;
  for (const auto& text : article.passages) countries.count(text, counts);
  for (const auto& passage : passages)
    for (const auto& candidate : passage)
      if (candidate.actor) counts.add(actors.actors()[*candidate.actor].country);
  return counts;
}

/// The reading whose country the article names most. Without any evidence a conditional name
/// means nobody; with equal evidence it is not guessed.
void ActorRecognizer::Impl::decide_by_country(const TokenizedText& text,
                                              const CountryCounts& counts,
                                              ActorCandidate& candidate) const {
  const bool description = is_description(text, candidate.match);
  int strongest = -1;
  bool tied = false;
  for (const auto& reading : candidate.readings) {
    const auto evidence = counts.of(actors.actors()[reading.actor].country);
    if (reading.needs_country && evidence == 0) continue;
    // Every war has its government forces: they are those of the war the article is about.
    if (reading.needs_country && description && evidence < counts.highest()) continue;
    tied = evidence == strongest;
    if (evidence <= strongest) continue;
    strongest = evidence;
    candidate.actor = reading.actor;
    candidate.rule = reading.needs_country ? kByCountry : kByName;
  }
  if (tied) candidate.actor.reset();
}

std::vector<ActorMention> ActorRecognizer::Impl::mentions_of(const TokenizedText& text,
                                                             const ActorCandidates& candidates,
                                                             ArticleMemory& memory) const {
  std::vector<ActorMention> mentions;
  std::size_t token = 0;
  const auto recall_until = [&](std::size_t end) {
    for (; !memory.empty() && token < end; ++token) memory.recall(text, token, mentions);
  };
  for (const auto& candidate : candidates) {
    const std::size_t first = candidate.match.first_token;
    const auto past_end = first + candidate.match.token_count;
    recall_until(first);
    token = past_end;
    if (!candidate.actor) continue;
    mentions.push_back({name_span(text, candidate.match), *candidate.actor, candidate.rule});
    if (actors.actors()[*candidate.actor].kind == "person")
      memory.surnames.introduce(text, first, past_end, *candidate.actor);
    memory.short_names.introduce(text, first, past_end, *candidate.actor);
  }
  recall_until(text.size());
  return mentions;
}

ActorRecognizer::ActorRecognizer(const ActorLexicon& actors, std::span<const PlaceEntry> places)
    : impl_(std::make_unique<Impl>(actors, places)) {}
ActorRecognizer::~ActorRecognizer() = default;

std::vector<std::vector<ActorMention>> ActorRecognizer::recognize(
    const ArticleContext& article) const {
  std::vector<ActorCandidates> passages;
  passages.reserve(article.passages.size());
  bool open = false;
  for (const auto& text : article.passages) {
    passages.push_back(impl_->candidates_of(text));
    for (const auto& candidate : passages.back()) open = open || !candidate.actor;
  }
  if (open) {  // most articles never need the countries counted
    const auto counts = impl_->country_counts(article, passages);
    for (std::size_t p = 0; p < passages.size(); ++p)
      for (auto& candidate : passages[p])
        if (!candidate.actor) impl_->decide_by_country(article.passages[p], counts, candidate);
  }
  ArticleMemory memory;
  std::vector<std::vector<ActorMention>> mentions;
  mentions.reserve(passages.size());
  for (std::size_t p = 0; p < passages.size(); ++p)
    mentions.push_back(impl_->mentions_of(article.passages[p], passages[p], memory));
  return mentions;
}

}  // namespace furat::analysis
