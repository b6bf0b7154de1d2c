#include "analysis/actors/article_names.hpp"

#include <algorithm>

#include "analysis/actors/body_names.hpp"
#include "analysis/actors/surnames.hpp"
#include "analysis/lexicon/name_span.hpp"
#include "analysis/lexicon/word_list.hpp"
#include "analysis/lexicon/written_name.hpp"
#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

using Words = std::vector<std::string_view>;

/// The name as written, white space and line ends as single blanks.
std::string written(const TokenizedText& text, TokenRange name) {
  const auto span = name_span(text, name.first, name.past_end - name.first);
  std::string result;
  for (const char c : span.of(text.text())) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank)
      result += c;
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  return result;
}

/// "Assault Corps" or "5th Corps" of "5th Assault Corps": the beginning or end of the name, or a
/// number and what is numbered.
bool is_shortened(const Words& shorter, const Words& longer) {
  constexpr std::size_t kFewest = 2;
  if (shorter.size() < kFewest || shorter.size() >= longer.size()) return false;
  if (std::equal(shorter.begin(), shorter.end(), longer.begin())) return true;
  if (std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin())) return true;
  const char digit = shorter.front().front();
  return digit >= '0' && digit <= '9' && shorter.size() == 2 && shorter.front() == longer.front() &&
         shorter.back() == longer.back();
}

bool begins_compound(std::string_view folded) {
  return folded == "abd" || folded == "abdel" || folded == "abdul" || folded == "abu";
}

/// The last word, and the one before where both are one name: "Abdel Rahman".
std::string surname_of(const Words& words) {
  std::string surname(words.back());
  const auto count = words.size();
  if (count > 2 && begins_compound(words[count - 2]))
    surname.insert(0, std::string(words[count - 2]) + ' ');
  return surname;
}

/// A title as it is compared: without nations.
std::string title_key(const PhraseContext& context, TokenRange title) {
  std::string key;
  for (auto i = title.first; i < title.past_end; ++i) {
    if (context.nation_covers(i) != nullptr) continue;
    if (!key.empty()) key += ' ';
    key += context.text.folded(i);
  }
  return key;
}

bool holds_office(const PhraseContext& context, TokenRange title) {
  for (auto i = title.first; i < title.past_end; ++i)
    if (context.word(i).is(kOffice)) return true;
  return false;
}

}  // namespace

void ArticleNames::introduce(const PhraseContext& context, std::span<const ActorPhrase> phrases) {
  const auto passage = settled_.size();
  settled_.emplace_back(phrases.size());
  for (std::size_t n = 0; n < phrases.size(); ++n) {
    const auto& phrase = phrases[n];
    Introduced name{passage, n, &phrase, &context.text, telling_words(context.text, phrase.name),
                    {}};
    switch (phrase.kind) {
      case ActorPhrase::Kind::known:
        settle(name, phrase.known->actor, phrase.rule);
        if (!phrase.known->person && name.words.size() > 2)
          settled_bodies_.emplace_back(std::move(name.words), phrase.known->actor);
        break;
      case ActorPhrase::Kind::national:
        settle(name, found_.national(phrase.iso, phrase.body), phrase.rule);
        break;
      case ActorPhrase::Kind::community:
        settle(name, found_.community(phrase.people, phrase.body), phrase.rule);
        break;
      case ActorPhrase::Kind::person:
        persons_.push_back(std::move(name));
        break;
      case ActorPhrase::Kind::body:
        name.kind = kind_of_body(context, phrase);
        bodies_.push_back(std::move(name));
        break;
      case ActorPhrase::Kind::office:
        offices_.push_back(std::move(name));
        break;
    }
    const bool person =
        phrase.kind == ActorPhrase::Kind::person || phrase.title.past_end > phrase.title.first;
    if (person && phrase.kind != ActorPhrase::Kind::office && holds_office(context, phrase.title))
      titles_.push_back({passage, n, title_key(context, phrase.title)});
    if (phrase.kind == ActorPhrase::Kind::office)
      office_keys_.push_back(title_key(context, phrase.title));
  }
}

void ArticleNames::settle() {
  // Full names first: who is called by one name only may be one of them.
  for (const auto& person : persons_)
    if (person.words.size() > 1) settle_person(person);
  for (const auto& person : persons_)
    if (person.words.size() == 1) settle_person(person);
  std::stable_sort(bodies_.begin(), bodies_.end(),
                   [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
  for (const auto& body : bodies_) settle_body(body);
  for (const auto& title : titles_) {
    const auto& holder = settled_[title.passage][title.phrase];
    if (!holder) continue;
    const auto [entry, added] = holders_.try_emplace(title.key, Surname{holder->actor, false});
    if (!added && entry->second.actor != holder->actor) entry->second.shared = true;
  }
  for (std::size_t i = 0; i < offices_.size(); ++i) settle_office(offices_[i], office_keys_[i]);
}

void ArticleNames::settle(const Introduced& name, std::uint32_t actor, std::string_view rule) {
  settled_[name.passage][name.phrase] = Settled{actor, rule};
  const auto rows = lexicon_.actors();
  const bool known = actor < rows.size();
  if (!known) return;
  const auto& entry = rows[actor];
  if (entry.kind == "person" && name.words.size() > 1) add_surname(surname_of(name.words), actor);
  const bool armed = entry.kind == "state_forces" || entry.kind == "state";
  if (!armed || entry.country.empty()) return;
  several_armies_ = several_armies_ || (!army_country_.empty() && army_country_ != entry.country);
  army_country_ = entry.country;
}

void ArticleNames::add_surname(std::string surname, std::uint32_t actor) {
  constexpr std::size_t kShortest = 3;
  if (surname.size() < kShortest) return;
  const auto [entry, added] = surnames_.try_emplace(std::move(surname), Surname{actor, false});
  if (!added && entry->second.actor != actor) entry->second.shared = true;
}

void ArticleNames::remember(const Words& words, std::uint32_t actor) {
  auto& names = names_[words.front()];
  const bool has = std::any_of(names.begin(), names.end(),
                               [&](const Name& name) { return name.words == words; });
  if (!has) names.push_back({words, actor});
}

std::optional<std::uint32_t> ArticleNames::spelled_otherwise(const Introduced& name) {
  const bool person = name.what->kind == ActorPhrase::Kind::person;
  const bool foreign = person || std::any_of(name.words.begin(), name.words.end(), [](auto word) {
                         return actor_word(word).is(kArabicHead);
                       });
  if (!foreign || name.words.size() < 2) return std::nullopt;
  auto text = written(*name.text, name.what->name);
  const auto known = respelled_.find(text);
  if (known != respelled_.end()) return known->second;
  const auto row = spellings_.find(text, person);
  respelled_.emplace(std::move(text), row);
  return row;
}

void ArticleNames::settle_person(const Introduced& person) {
  if (person.words.empty()) return;
  if (person.words.size() == 1) {
    const auto same = surnames_.find(std::string(person.words.front()));
    if (same != surnames_.end()) {
      if (!same->second.shared) settle(person, same->second.actor, "actor.surname");
      return;
    }
  }
  if (const auto row = spelled_otherwise(person)) {
    settle(person, *row, "actor.spelling");
    return;
  }
  FoundActor actor;
  actor.id = found_id("person", {}, person.words);
  actor.name = written(*person.text, person.what->name);
  actor.kind = "person";
  const auto number = found_.add(std::move(actor));
  settle(person, number, person.what->rule);
  add_surname(surname_of(person.words), number);
  if (person.words.size() > 1) remember(person.words, number);
}

std::optional<std::uint32_t> ArticleNames::longer_body(const Introduced& body) const {
  std::optional<std::uint32_t> found;
  for (const auto& [words, actor] : settled_bodies_) {
    if (words == body.words) return actor;
    if (!is_shortened(body.words, words)) continue;
    if (found && *found != actor) return std::nullopt;
    found = actor;
  }
  return found;
}

/// Its own, or for numbered units that of the only state whose forces the article names.
std::string ArticleNames::country_of(const Introduced& body) const {
  if (!body.what->iso.empty()) return std::string(body.what->iso);
  const bool numbered = body.what->rule == "actor.body-number";
  if (!numbered || several_armies_) return {};
  return std::string(army_country_);
}

void ArticleNames::settle_body(const Introduced& body) {
  if (body.words.empty()) return;
  if (const auto longer = longer_body(body)) return settle(body, *longer, "actor.again");
  if (const auto row = spelled_otherwise(body)) return settle(body, *row, "actor.spelling");
  FoundActor actor;
  actor.country = country_of(body);
  const bool unit = body.what->iso.empty() && !actor.country.empty();
  actor.id = found_id(unit ? "unit" : "body", actor.country, body.words);
  actor.name = written(*body.text, body.what->name);
  actor.kind = body.kind;
  actor.parent = body.what->inside;
  const auto number = found_.add(std::move(actor));
  settle(body, number, body.what->rule);
  settled_bodies_.emplace_back(body.words, number);
  if (body.words.size() > 1) remember(body.words, number);
}

void ArticleNames::settle_office(const Introduced& office, const std::string& title) {
  const auto holder = holders_.find(title);
  if (holder != holders_.end() && !holder->second.shared)
    return settle(office, holder->second.actor, "actor.office");
  FoundActor actor;
  const std::string iso(office.what->iso);
  actor.id = found_id("office", {}, office.words);
  actor.name = written(*office.text, office.what->name);
  actor.kind = "state";
  actor.country = iso;
  settle(office, found_.add(std::move(actor)), office.what->rule);
}

void ArticleNames::define(const PhraseContext& context, std::size_t passage,
                          std::span<const ActorPhrase> phrases,
                          std::span<const AcronymDefinition> definitions) {
  const auto& text = context.text;
  for (const auto& definition : definitions) {
    const auto ends_it = [&](const ActorPhrase& phrase) {
      return text[phrase.name.past_end - 1].span.end == definition.long_form.end;
    };
    const auto phrase = std::find_if(phrases.begin(), phrases.end(), ends_it);
    if (phrase == phrases.end()) continue;
    const auto& meant = settled_[passage][static_cast<std::size_t>(phrase - phrases.begin())];
    if (!meant) continue;
    const auto short_form = fold_name(definition.short_form.of(text.text()));
    const auto [entry, added] = acronyms_.try_emplace(short_form, Surname{meant->actor, false});
    if (!added && entry->second.actor != meant->actor) entry->second.shared = true;
  }
}

std::optional<RecalledName> ArticleNames::recall(const PhraseContext& context,
                                                 std::size_t i) const {
  const auto& text = context.text;
  const auto first = i;
  const bool may_be_article = text[i].folded_size <= 3 && i + 1 < text.size() &&
                              text[i + 1].upper_initial && is_article_token(text, i);
  if (may_be_article && context.goes_on(i + 1)) ++i;
  if (!text[i].upper_initial || text[i].arabic) return std::nullopt;
  const auto word = text.folded(i);
  if (const auto names = names_.find(word); names != names_.end()) {
    for (const auto& name : names->second) {
      auto at = i;
      std::size_t matched = 0;
      for (; at < text.size() && matched < name.words.size(); ++at) {
        if (at > i && !context.goes_on(at)) break;
        if (text.folded(at) == name.words[matched])
          ++matched;
        else if (!is_article_token(text, at) && text[at].folded_size > 1)
          break;
      }
      if (matched == name.words.size()) return RecalledName{{first, at}, name.actor, "actor.again"};
    }
  }
  if (first == i && text[i].all_upper && !acronyms_.empty()) {
    const auto acronym = acronyms_.find(std::string(word));
    if (acronym != acronyms_.end() && !acronym->second.shared)
      return RecalledName{{i, i + 1}, acronym->second.actor, "actor.acronym"};
  }
  if (surnames_.empty()) return std::nullopt;
  const bool compound = begins_compound(word) && i + 1 < text.size() && context.goes_on(i + 1);
  const auto last = compound ? i + 1 : i;
  auto name = std::string(word);
  if (compound) name.append(" ").append(text.folded(last));
  const auto surname = surnames_.find(name);
  if (surname == surnames_.end() || surname->second.shared) return std::nullopt;
  if (ends_other_name(text, i) || !stands_as_surname(text, last)) return std::nullopt;
  return RecalledName{{first, last + 1}, surname->second.actor, "actor.surname"};
}

}  // namespace furat::analysis
