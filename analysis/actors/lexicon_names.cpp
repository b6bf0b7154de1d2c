#include "analysis/actors/lexicon_names.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "analysis/actors/surnames.hpp"
#include "analysis/lexicon/written_name.hpp"
#include "analysis/places/place_cues.hpp"
#include "analysis/places/place_words.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/term_analyzer.hpp"

namespace furat::analysis {
namespace {

constexpr std::string_view kByName = "actor.name";
constexpr std::string_view kByCountry = "actor.country";

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

LexiconNames::LexiconNames(const ActorLexicon& actors, std::span<const PlaceEntry> places)
    : actors_(actors), lower_case_(actors), matcher_(names_of(actors)), countries_(places) {}

LexiconNames::LowerCaseBeginnings::LowerCaseBeginnings(const ActorLexicon& lexicon) {
  const auto add = [this](const std::string& name) {
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') return;  // nearly all
    const auto tokens = tokenize(name);
    for (std::size_t i = 0; i < tokens.size() && !tokens[i].upper_initial; ++i)
      bits_.set(slot_of(tokens.folded(i)));
  };
  for (const auto& actor : lexicon.actors()) {
    add(actor.name);
    for (const auto& alias : actor.aliases) add(alias);
    for (const auto& name : actor.needs_country) add(name);
  }
}

std::size_t LexiconNames::LowerCaseBeginnings::slot_of(std::string_view folded) {
  if (folded.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(folded[i]); };
  return (byte(0) * 131U + byte(folded.size() - 1) * 31U + byte(folded.size() / 2) * 7U +
          folded.size()) %
         kSlots;
}

bool LexiconNames::may_begin(const TokenizedText& text, std::size_t i) const {
  const auto& token = text[i];
  return token.upper_initial || token.arabic || token.has_digit ||
         lower_case_.may_have(text.folded(i)) || is_article_token(text, i);
}

NameTrieBuilder LexiconNames::names_of(const ActorLexicon& lexicon) {
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
      if (conditional.empty() || !conditional.contains(name_key(name))) names.add(name, 2 * row);
    };
    add(actor.name);
    for (const auto& name : actor.aliases) add(name);
    for (const auto& name : actor.arabic) add(name);
  }
  return names;
}

/// A person's surname as an alias must not catch a relative: "Asma al-Assad" is not "Assad".
bool LexiconNames::is_other_person(const TokenizedText& text, const Candidate& candidate,
                                   std::uint32_t actor) const {
  if (actors_.actors()[actor].kind != "person") return false;
  const auto& match = candidate.match;
  const bool one_word = match.token_count == 1 ||
                        (match.token_count == 2 && is_article(text.folded(match.first_token)));
  const auto next = std::size_t{match.first_token} + match.token_count;
  const bool eponym = next < text.size() && text[next].gap == Gap::space &&
                      text[next].upper_initial && !text[next - 1].possessive &&
                      place_word(text.folded(next)).feature != FeatureClass::none;
  return eponym || (one_word && ends_other_name(text, next - 1));
}

/// One word that is also a common noun, behind another capitalised one, ends the name of some other
/// body: "Rome Coalition", "Coastal Tigers", "Basin Monitor" for Al-Monitor.
bool LexiconNames::is_other_body(const TokenizedText& text, const Candidate& candidate,
                                 const Reading& reading) const {
  const auto& match = candidate.match;
  const auto& token = text[match.first_token];
  if (match.token_count != 1 || token.all_upper || token.arabic) return false;
  const auto word = text.folded(match.first_token);
  const bool common = reading.needs_country || place_word(word).is(kOrganisationNoun) ||
                      name_lacks_article(actors_.actors()[reading.actor].name, word);
  return common && ends_other_name(text, match.first_token);
}

LexiconNames::Candidates LexiconNames::candidates_of(const TokenizedText& text) const {
  Candidates candidates;
  NameMatcher::Scan scan(matcher_, text);
  for (std::size_t i = 0; i < text.size();) {
    const auto found = may_begin(text, i) ? scan.longest_at(i) : std::nullopt;
    i = found ? std::size_t{found->first_token} + found->token_count : i + 1;
    if (!found) continue;
    const auto& match = *found;
    if (is_function_word(text, match)) continue;
    Candidate candidate{match, {}, std::nullopt, kByName};
    for (const auto payload : match.payloads) {
      const Reading reading{payload / 2, payload % 2 == 1};
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

void LexiconNames::count_actors(std::span<const Candidates> passages, CountryCounts& counts) const {
  for (const auto& passage : passages)
    for (const auto& candidate : passage)
      if (candidate.actor) counts.add(actors_.actors()[*candidate.actor].country);
}

bool LexiconNames::decide(const ArticleContext& article, const CountryCounts& counts,
                          std::span<Candidates> passages) const {
  bool all = true;
  for (std::size_t p = 0; p < passages.size(); ++p)
    for (auto& candidate : passages[p]) {
      if (!candidate.actor) decide_by_country(article.passages[p], counts, candidate);
      all = all && candidate.actor;
    }
  return all;
}

/// The reading whose country the article names most. Without any evidence a conditional name
/// means nobody; with equal evidence it is not guessed.
void LexiconNames::decide_by_country(const TokenizedText& text, const CountryCounts& counts,
                                     Candidate& candidate) const {
  const bool description = is_description(text, candidate.match);
  int strongest = -1;
  bool tied = false;
  for (auto& reading : candidate.readings) {
    const auto evidence = counts.of(actors_.actors()[reading.actor].country);
    reading.evidence = evidence;
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

KnownActor LexiconNames::known(const Candidate& candidate) const {
  const std::size_t first = candidate.match.first_token;
  KnownActor known;
  known.tokens = {first, first + candidate.match.token_count};
  known.actor = *candidate.actor;
  known.person = actors_.actors()[known.actor].kind == "person";
  known.rule = candidate.rule;
  for (const auto& reading : candidate.readings) {
    if (reading.actor == known.actor)
      known.score = reading.evidence;
    else
      known.rejected.push_back({reading.actor, static_cast<double>(reading.evidence)});
  }
  std::stable_sort(known.rejected.begin(), known.rejected.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  return known;
}

std::vector<std::vector<KnownActor>> LexiconNames::known_in(
    const ArticleContext& article, std::span<const std::vector<NationName>> nations) const {
  std::vector<Candidates> passages;
  passages.reserve(article.passages.size());
  bool open = false;
  for (const auto& text : article.passages) {
    passages.push_back(candidates_of(text));
    for (const auto& candidate : passages.back()) open = open || !candidate.actor;
  }
  if (open) {
    CountryCounts counts;
    for (const auto& passage : nations)
      for (const auto& nation : passage) counts.add(nation.iso);
    count_actors(passages, counts);
    open = !decide(article, counts, passages);
  }
  if (open) {  // few articles need their towns counted
    CountryCounts counts;
    for (const auto& text : article.passages) countries_.count(text, counts);
    count_actors(passages, counts);
    (void)decide(article, counts, passages);
  }
  std::vector<std::vector<KnownActor>> names(passages.size());
  for (std::size_t p = 0; p < passages.size(); ++p)
    for (const auto& candidate : passages[p])
      if (candidate.actor) names[p].push_back(known(candidate));
  return names;
}

}  // namespace furat::analysis
