#include "analysis/actors/found_actor.hpp"

#include <algorithm>

#include "analysis/lexicon/written_name.hpp"

namespace furat::analysis {
namespace {

constexpr std::size_t kLongestSlug = 60;
constexpr std::string_view kFound = "found-";
constexpr std::string_view kUnit = "unit";

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

std::string slug_of(const std::vector<std::string_view>& words) {
  std::string slug;
  for (const auto word : words) {
    if (!slug.empty()) slug += '-';
    slug += word;
  }
  if (slug.size() <= kLongestSlug) return slug;
  auto end = kLongestSlug;
  while (end > 0 && (static_cast<unsigned char>(slug[end]) & 0xC0U) == 0x80U) --end;
  slug.resize(end);
  return slug;
}

std::vector<std::string_view> telling_words(const TokenizedText& text, TokenRange name) {
  std::vector<std::string_view> words;
  for (auto i = name.first; i < name.past_end; ++i) {
    const auto word = text.folded(i);
    const bool initial = word.size() == 1 && !text[i].has_digit;
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
  const bool unit = words.starts_with(kUnit);
  words.remove_prefix(std::min(words.find('-') + 1, words.size()));
  if (unit) words.remove_prefix(std::min(words.find('-') + 1, words.size()));
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

std::uint32_t FoundActors::national(std::string_view iso, NationalBody body) {
  if (const auto row = lexicon_.national(iso, name_of(body))) return *row;
  FoundActor actor;
  actor.id = national_id(iso, name_of(body));
  actor.name = std::string(label_of(body)) + " of " + std::string(nations_.name_of(iso));
  actor.kind = kind_of(body);
  actor.country = iso;
  const bool has_parent = body != NationalBody::government && body != NationalBody::people;
  if (has_parent) actor.parent = lexicon_.national(iso, name_of(NationalBody::government));
  return add(std::move(actor));
}

}  // namespace furat::analysis
