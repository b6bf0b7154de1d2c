#include "index/stories.hpp"

#include <future>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "index/damaged.hpp"
#include "index/date_nodes.hpp"
#include "index/duplicate_clusters.hpp"
#include "index/schema.hpp"
#include "index/tables.hpp"

namespace furat::index {

std::vector<std::uint32_t> article_numbers(const SlotStreams& slots) {
  std::vector<std::uint32_t> articles(std::size_t{slots.last_document()} + 1);
  slots.each(kSlotArticle, [&](Xapian::docid document, std::string_view value) {
    if (document >= articles.size()) return;
    const auto article = article_in(value);
    if (!article) throw_damaged("passage " + std::to_string(document) + " names no article");
    articles[document] = *article;
  });
  return articles;
}

namespace {

/// The documents that have a fingerprint in a slot, and these fingerprints in the same order.
struct Units {
  std::vector<Xapian::docid> documents;
  std::string fingerprints;
};

Units units_of(const SlotStreams& slots, Slot slot, std::size_t size) {
  Units units;
  slots.each(slot, [&](Xapian::docid document, std::string_view fingerprint) {
    if (fingerprint.size() != size) return;
    units.documents.push_back(document);
    units.fingerprints += fingerprint;
  });
  return units;
}

/// By document: sorts by day of publication, those without one last, then by article and passage.
using TimeKeys = std::unordered_map<Xapian::docid, std::string>;

/// Of the documents that are keys of `wanted`.
void fill_time_keys(const SlotStreams& slots, TimeKeys& wanted) {
  if (wanted.empty()) return;
  for (auto& [document, key] : wanted) key = kBehindAllDays;
  slots.each(kSlotPublished, [&](Xapian::docid document, std::string_view day) {
    if (const auto found = wanted.find(document); found != wanted.end()) found->second = day;
  });
  slots.each(kSlotOrder, [&](Xapian::docid document, std::string_view order) {
    if (const auto found = wanted.find(document); found != wanted.end()) found->second += order;
  });
}

/// For each unit the document of the earliest unit of its cluster.
std::vector<Xapian::docid> earliest_of_clusters(const SlotStreams& slots,
                                                std::span<const Xapian::docid> documents,
                                                std::vector<std::uint32_t> clusters) {
  std::vector<bool> is_shared(documents.size());
  for (std::uint32_t unit = 0; unit < clusters.size(); ++unit)
    if (clusters[unit] != unit) is_shared[clusters[unit]] = true;
  TimeKeys keys;
  for (std::uint32_t unit = 0; unit < clusters.size(); ++unit)
    if (is_shared[clusters[unit]]) keys.try_emplace(documents[unit]);
  fill_time_keys(slots, keys);
  std::unordered_map<std::uint32_t, Xapian::docid> earliest;
  const auto is_earlier = [&](Xapian::docid a, Xapian::docid b) {
    const auto order = keys.at(a).compare(keys.at(b));
    return order < 0 || (order == 0 && a < b);
  };
  for (std::uint32_t unit = 0; unit < clusters.size(); ++unit) {
    if (!is_shared[clusters[unit]]) continue;
    const auto [best, added] = earliest.try_emplace(clusters[unit], documents[unit]);
    if (!added && is_earlier(documents[unit], best->second)) best->second = documents[unit];
  }
  for (std::uint32_t unit = 0; unit < clusters.size(); ++unit) {
    const auto best = earliest.find(clusters[unit]);
    clusters[unit] = best == earliest.end() ? documents[unit] : best->second;
  }
  return clusters;
}

}  // namespace

Stories find_stories(const SlotStreams& slots, std::span<const std::uint32_t> articles) {
  Stories stories;
  stories.original.resize(articles.size());
  std::iota(stories.original.begin(), stories.original.end(), 0U);
  const auto passages = units_of(slots, kSlotFingerprint, kPassageFingerprint.size());
  const auto wholes = units_of(slots, kSlotArticleFingerprint, kArticleFingerprint.size());
  constexpr auto kBestEffort = std::launch::async | std::launch::deferred;
  auto passage_clusters = std::async(kBestEffort, [&passages] {
    return duplicate_clusters(passages.fingerprints, kPassageFingerprint);
  });
  auto article_clusters = duplicate_clusters(wholes.fingerprints, kArticleFingerprint);

  auto earliest = earliest_of_clusters(slots, passages.documents, passage_clusters.get());
  for (std::size_t i = 0; i < earliest.size(); ++i)
    stories.original[passages.documents[i]] = earliest[i];
  earliest = earliest_of_clusters(slots, wholes.documents, std::move(article_clusters));
  std::unordered_map<std::uint32_t, std::uint32_t> story_of;  // of articles that are copies
  for (std::size_t i = 0; i < earliest.size(); ++i)
    if (earliest[i] != wholes.documents[i])
      story_of[articles[wholes.documents[i]]] = articles[earliest[i]];
  stories.story.assign(articles.begin(), articles.end());
  if (!story_of.empty())
    for (auto& story : stories.story)
      if (const auto found = story_of.find(story); found != story_of.end()) story = found->second;
  return stories;
}

}  // namespace furat::index
