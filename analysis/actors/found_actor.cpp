#include "analysis/actors/found_actor.hpp"

#include <algorithm>
#include <array>

#include "analysis/lexicon/written_name.hpp"
#include "analysis/text/ascii.hpp"
#include "analysis/text/fold.hpp"
#include "analysis/text/utf8.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kLongestSlug = 60;
constexpr std::string_view kFound = "found-";
constexpr std::string_view kUnit = "unit";
constexpr std::string_view kCommunity = "community";
constexpr std::array<std::string_view, 5> kSorts{"person", "body", "office", kUnit, kCommunity};

/// Eight hexadecimal digits, the same on every machine: FNV-1a.
std::string short_hash(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  std::string digits;
  for (int shift = 28; shift >= 0; shift -= 4)
    digits += "0123456789abcdef"[hash >> static_cast<unsigned>(shift) & 0xFU];
  return digits;
}

}  // namespace

std::string slug_of(const std::vector<std::string_view>& words) {
  std::string slug;
  for (const auto word : words) {
    if (!slug.empty()) slug += '-';
    slug += word;
  }
  if (slug.size() <= kLongestSlug) return slug;
  const auto tail = short_hash(slug);
  slug.resize(whole_characters(slug, kLongestSlug).size());
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  slug += '-' + tail;
  return slug;
}

std::vector<std::string_view> telling_words(const TokenizedText& text, TokenRange name,
                                            bool person) {
  std::vector<std::string_view> words;
  for (auto i = name.first; i < name.past_end; ++i) {
    const auto word = text.folded(i);
    const bool initial = person && word.size() == 1 && !text[i].has_digit;
    if (initial || word == "the" || (is_article_token(text, i) && i + 1 < name.past_end)) continue;
    words.push_back(word);
  }
  return words;
}

std::string found_id(std::string_view sort, std::string_view iso,
                     const std::vector<std::string_view>& words) {
  auto id = std::string(kFound) + std::string(sort) + '-';
  if (sort == kUnit) id += lower_ascii(iso) + '-';
  return id + slug_of(words);
}

std::string_view words_in(std::string_view found_id) {
  if (!found_id.starts_with(kFound)) return {};
  auto words = found_id.substr(kFound.size());
  const auto drop_word = [&] { words.remove_prefix(std::min(words.find('-') + 1, words.size())); };
  const auto sort = words.substr(0, words.find('-'));
  if (std::find(kSorts.begin(), kSorts.end(), sort) == kSorts.end()) return words;
  drop_word();
  if (sort == kUnit) drop_word();
  return words;
}

std::string national_id(std::string_view iso, std::string_view body) {
  auto id = lower_ascii(iso) + '-' + std::string(body);
  std::replace(id.begin(), id.end(), '_', '-');
  return id;
}

std::uint32_t FoundActors::add(FoundActor actor) {
  if (const auto row = lexicon_.find(actor.id)) return *row;
  const auto next = static_cast<std::uint32_t>(lexicon_.actors().size() + actors_.size());
  const auto [entry, added] = by_id_.try_emplace(actor.id, next);
  if (added) actors_.push_back(std::move(actor));
  return entry->second;
}

FoundActor national_body(const ActorLexicon& lexicon, std::string_view iso,
                         std::string_view country_name, NationalBody body) {
  FoundActor actor;
  actor.id = national_id(iso, name_of(body));
  actor.name = std::string(label_of(body)) + " (" + std::string(country_name) + ")";
  actor.kind = kind_of(body);
  actor.country = iso;
  const bool has_parent = body != NationalBody::government && body != NationalBody::people;
  if (has_parent) actor.parent = lexicon.national(iso, name_of(NationalBody::government));
  return actor;
}

std::string people_in_community(std::string_view name) {
  constexpr std::array<std::string_view, 4> kNouns{" forces", " leaders", " militias", " fighters"};
  if (!name.ends_with('s') && !name.ends_with('S')) return {};  // most names: they cost no folding
  const auto folded = fold_name(name);
  for (const auto noun : kNouns)
    if (folded.ends_with(noun)) return folded.substr(0, folded.size() - noun.size());
  return {};
}

std::vector<std::string> community_ids(std::string_view people) {
  return {found_id(kCommunity, {}, {people, "leaders"}),
          found_id(kCommunity, {}, {people, "forces"})};
}

Communities communities_of(const ActorLexicon& lexicon) {
  Communities communities;
  const auto rows = lexicon.actors();
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto add = [&](const std::string& name) {
      if (!people_in_community(name).empty()) communities.try_emplace(fold_name(name), row);
    };
    if (rows[row].kind == "person") continue;
    add(rows[row].name);
    for (const auto& alias : rows[row].aliases) add(alias);
  }
  return communities;
}

std::uint32_t FoundActors::community(std::string_view people, NationalBody body) {
  const bool leaders = body == NationalBody::government;
  const auto named = [&](std::string_view noun) {
    return communities_.find(std::string(people) + ' ' + std::string(noun));
  };
  auto row = named(leaders ? "leaders" : "forces");
  if (!leaders && row == communities_.end()) row = named("militias");
  if (!leaders && row == communities_.end()) row = named("fighters");
  if (row != communities_.end()) return row->second;
  FoundActor actor;
  actor.id = found_id(kCommunity, {}, {people, leaders ? "leaders" : "forces"});
  actor.name = std::string(people) + (leaders ? " leaders" : " forces");
  actor.name.front() = static_cast<char>(actor.name.front() - 'a' + 'A');
  actor.kind = leaders ? "civilians" : "identity_militia";
  return add(std::move(actor));
}

std::uint32_t FoundActors::national(std::string_view iso, NationalBody body) {
  if (const auto row = lexicon_.national(iso, name_of(body))) return *row;
  return add(national_body(lexicon_, iso, nations_.name_of(iso), body));
}

}  // namespace furat::analysis
