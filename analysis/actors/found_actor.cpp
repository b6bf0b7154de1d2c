#include "analysis/actors/found_actor.hpp"

#include <algorithm>

namespace furat::analysis {
namespace {

constexpr std::size_t kLongestSlug = 60;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

std::string slug_of(std::string_view folded_name) {
  std::string slug;
  for (const char c : folded_name) {
    if (is_word_byte(c))
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  if (slug.size() > kLongestSlug) {
    auto end = kLongestSlug;
    while (end > 0 && (static_cast<unsigned char>(slug[end]) & 0xC0U) == 0x80U) --end;
    slug.resize(end);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::uint32_t FoundActors::add(FoundActor actor) {
  const auto next = static_cast<std::uint32_t>(lexicon_.actors().size() + actors_.size());
  const auto [entry, added] = by_id_.try_emplace(actor.id, next);
  if (added) actors_.push_back(std::move(actor));
  return entry->second;
}

std::uint32_t FoundActors::national(std::string_view iso, NationalBody body) {
  if (const auto row = lexicon_.national(iso, name_of(body))) return *row;
  FoundActor actor;
  actor.id = lower_ascii(iso) + '-' + std::string(name_of(body));
  std::replace(actor.id.begin(), actor.id.end(), '_', '-');
  actor.name = std::string(label_of(body)) + " of " + std::string(nations_.name_of(iso));
  actor.kind = kind_of(body);
  actor.country = iso;
  const bool has_parent = body != NationalBody::government && body != NationalBody::people;
  if (has_parent) actor.parent = lexicon_.national(iso, name_of(NationalBody::government));
  return add(std::move(actor));
}

}  // namespace furat::analysis
