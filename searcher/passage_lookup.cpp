#include "searcher/passage_lookup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "furat/errors.hpp"
#include "index/schema.hpp"

namespace furat {
namespace {

struct PassageKey {
  std::string article;
  std::uint32_t number = 0;  ///< 0: none, or none that can be one
};

/// Article ids may have a '#' of their own: the last one counts.
PassageKey parse_key(const std::string& text) {
  const auto hash = text.rfind('#');
  if (hash == std::string::npos) return {text, 0};
  PassageKey key{text.substr(0, hash), 0};
  const char* begin = text.data() + hash + 1;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(begin, end, key.number);
  if (error != std::errc() || rest != end) key.number = 0;
  return key;
}

/// The article's documents and how many passages it has.
struct FoundArticle {
  std::string term;
  std::uint32_t passages = 0;
};

std::optional<FoundArticle> find_article(const std::string& id, const GenerationView& view) {
  FoundArticle found{index::bounded_term(index::prefix::kArticle, id), 0};
  const auto& database = view.database();
  const auto first = database.postlist_begin(found.term);
  if (id.empty() || first == database.postlist_end(found.term)) return std::nullopt;
  const auto article = view.article(view.columns().article(*first));
  if (article.id != id) return std::nullopt;  // its term is a hash
  found.passages = article.passages;
  return found;
}

std::optional<Xapian::docid> find_passage(const FoundArticle& article, std::uint32_t number,
                                          const GenerationView& view) {
  const auto& database = view.database();
  for (auto id = database.postlist_begin(article.term); id != database.postlist_end(article.term);
       ++id) {
    view.deadline().check();
    if (view.passage(*id).number == number) return *id;
  }
  return std::nullopt;
}

std::vector<std::string> keys_of(const std::string& article, std::uint32_t passages) {
  constexpr std::uint32_t kMost = 5;
  std::vector<std::string> keys;
  for (std::uint32_t number = 1; number <= std::min(passages, kMost); ++number)
    keys.push_back(article + "#" + std::to_string(number));
  if (passages > kMost) keys.push_back(article + "#" + std::to_string(passages));
  return keys;
}

[[noreturn]] void throw_no_passage(const std::string& text, const std::string& article,
                                   std::uint32_t passages) {
  throw RequestError(
      "'" + text + "' is no passage; the article '" + article + "' has " + std::to_string(passages),
      "passage", text, 0, keys_of(article, passages));
}

[[noreturn]] void throw_may_be_missing(const std::string& article,
                                       const std::vector<std::string>& shards) {
  const auto names = fmt::to_string(fmt::join(shards, ", "));
  throw IndexError(IndexError::Kind::unreachable, names,
                   "the article '" + article + "' may be in a shard that is missing: " + names);
}

}  // namespace

Xapian::docid passage_with_key(const std::string& text, const GenerationView& view) {
  const auto key = parse_key(text);
  if (const auto article = find_article(key.article, view)) {
    const auto passage = key.number == 0 ? std::nullopt : find_passage(*article, key.number, view);
    if (!passage) throw_no_passage(text, key.article, article->passages);
    return *passage;
  }
  if (const auto whole = find_article(text, view)) throw_no_passage(text, text, whole->passages);
  if (!view.shard_gaps().missing.empty())
    throw_may_be_missing(key.article, view.shard_gaps().missing);
  throw RequestError("there is no article '" + key.article + "' in this index", "passage", text);
}

std::vector<Xapian::docid> passages_of_article(const std::string& article,
                                               const GenerationView& view) {
  const auto& database = view.database();
  const auto term = index::bounded_term(index::prefix::kArticle, article);
  std::vector<std::pair<std::uint32_t, Xapian::docid>> numbered;
  PacedCheck in_time(view.deadline());
  for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
    in_time.step();
    numbered.emplace_back(view.passage(*id).number, *id);
  }
  std::sort(numbered.begin(), numbered.end());
  std::vector<Xapian::docid> passages;
  for (const auto& [number, id] : numbered) passages.push_back(id);
  return passages;
}

}  // namespace furat
