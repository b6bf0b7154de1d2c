#include "analysis/actors/article_names.hpp"

#include <algorithm>
#include <array>

#include "analysis/actors/body_names.hpp"
#include "analysis/actors/surnames.hpp"
#include "analysis/lexicon/name_span.hpp"
#include "analysis/lexicon/written_name.hpp"
#include "analysis/text/fold.hpp"

namespace furat::analysis {
namespace {

using Words = std::vector<std::string_view>;

std::string written(const TokenizedText& text, TokenRange name) {
  return on_one_line(name_span(text, name.first, name.past_end - name.first).of(text.text()));
}

std::string joined(std::span<const std::string_view> words) {
  std::string name;
  for (const auto word : words) {
    if (!name.empty()) name += ' ';
    name += word;
  }
  return name;
}

/// What may be left of a name of these words: its beginning or end, at least two words, and of
/// "5th Assault Corps" also "5th Corps".
std::vector<std::string> parts_of(const Words& words) {
  constexpr std::size_t kFewest = 2;
  const std::span<const std::string_view> all(words);
  std::vector<std::string> parts;
  for (auto size = kFewest; size < all.size(); ++size) {
    parts.push_back(joined(all.first(size)));
    parts.push_back(joined(all.last(size)));
  }
  const char digit = words.front().front();
  if (digit >= '0' && digit <= '9' && words.size() > kFewest)
    parts.push_back(joined(std::array{words.front(), words.back()}));
  return parts;
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
    const bool is_person = phrase.kind == ActorPhrase::Kind::person ||
                           (phrase.known != nullptr && phrase.known->person);
    Introduced name{
        passage, n, &phrase, &context.text, telling_words(context.text, phrase.name, is_person),
        {}};
    switch (phrase.kind) {
      case ActorPhrase::Kind::known:
        settle(name, phrase.known->actor, phrase.rule);
        if (!phrase.known->person) remember_parts(name.words, phrase.known->actor);
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
  names_.try_emplace(joined(words), actor);
  auto& longest = name_sizes_[words.front()];
  longest = std::max(longest, words.size());
}

void ArticleNames::remember_parts(const Words& words, std::uint32_t actor) {
  constexpr std::size_t kMostWords = 16;
  if (words.empty() || words.size() > kMostWords) return;
  for (auto& part : parts_of(words)) {
    const auto [entry, added] = bodies_by_part_.try_emplace(std::move(part), Surname{actor, false});
    if (!added && entry->second.actor != actor) entry->second.shared = true;
  }
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

/// A name alone is many persons': the title before it tells them apart a little.
std::vector<std::string_view> ArticleNames::told_by(const Introduced& person) const {
  const auto& title = person.what->title;
  if (person.words.size() > 1 || title.past_end == title.first) return person.words;
  return {person.text->folded(title.past_end - 1), person.words.front()};
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
  actor.id = found_id("person", {}, told_by(person));
  actor.name = written(*person.text, person.what->name);
  actor.kind = "person";
  const auto number = found_.add(std::move(actor));
  settle(person, number, person.what->rule);
  add_surname(surname_of(person.words), number);
  if (person.words.size() > 1) remember(person.words, number);
}

std::optional<std::uint32_t> ArticleNames::longer_body(const Introduced& body) const {
  const auto name = joined(body.words);
  if (const auto whole = names_.find(name); whole != names_.end()) return whole->second;
  const auto part = bodies_by_part_.find(name);
  if (part == bodies_by_part_.end() || part->second.shared) return std::nullopt;
  return part->second.actor;
}

/// Its own, or for numbered units that of the only state whose forces the article names.
std::string ArticleNames::country_of(const Introduced& body) const {
  if (!body.what->iso.empty()) return std::string(body.what->iso);
  if (!body.what->numbered || several_armies_) return {};
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
  const auto number = found_.add(std::move(actor));
  settle(body, number, body.what->rule);
  remember_parts(body.words, number);
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
  constexpr std::uint32_t kArticleBytes = 4;  // "the "
  const auto& text = context.text;
  for (const auto& definition : definitions) {
    const auto ends_it = [&](const ActorPhrase& phrase) {
      return text[phrase.name.past_end - 1].span.end == definition.long_form.end &&
             text[phrase.name.first].span.begin <= definition.long_form.begin + kArticleBytes &&
             text[phrase.extent.first].span.begin + kArticleBytes >= definition.long_form.begin;
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

std::optional<std::uint32_t> ArticleNames::defined(std::string_view acronym) const {
  if (acronyms_.empty()) return std::nullopt;
  const auto meant = acronyms_.find(std::string(acronym));
  if (meant == acronyms_.end() || meant->second.shared) return std::nullopt;
  return meant->second.actor;
}

/// The longest name introduced whose words stand from token `i` on. `first`: with an article.
std::optional<RecalledName> ArticleNames::whole_name_at(const PhraseContext& context,
                                                        std::size_t first, std::size_t i) const {
  const auto& text = context.text;
  const auto size = name_sizes_.find(text.folded(i));
  if (size == name_sizes_.end()) return std::nullopt;
  std::optional<RecalledName> longest;
  std::string name;
  std::size_t words = 0;
  for (auto at = i; at < text.size() && words < size->second; ++at) {
    if (at > i && !context.goes_on(at)) break;
    if (at > i && (is_article_token(text, at) || text[at].folded_size == 1)) continue;
    if (!name.empty()) name += ' ';
    name += text.folded(at);
    ++words;
    if (const auto known = names_.find(name); words > 1 && known != names_.end())
      longest = RecalledName{{first, at + 1}, known->second, "actor.again"};
  }
  return longest;
}

std::optional<RecalledName> ArticleNames::recall(const PhraseContext& context,
                                                 std::size_t i) const {
  const auto& text = context.text;
  const auto first = i;
  const bool may_be_article = text[i].folded_size <= 3 && i + 1 < text.size() &&
                              text[i + 1].upper_initial && is_article_token(text, i);
  if (may_be_article && context.goes_on(i + 1)) ++i;
  if (!text[i].upper_initial || text[i].arabic) return std::nullopt;
  if (auto whole = whole_name_at(context, first, i)) return whole;
  const auto word = text.folded(i);
  if (first == i && text[i].all_upper)
    if (const auto actor = defined(word)) return RecalledName{{i, i + 1}, *actor, "actor.acronym"};
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
