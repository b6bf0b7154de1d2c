#include "index/stories.hpp"

#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "index/duplicate_clusters.hpp"
#include "index/passages_database.hpp"
#include "index/schema.hpp"
#include "index/varint.hpp"

namespace furat::index {

std::vector<std::uint32_t> article_numbers(const Xapian::Database& database) {
  const auto last = database.get_lastdocid();
  std::vector<std::uint32_t> articles(std::size_t{last} + 1);
  for (auto it = database.valuestream_begin(kSlotArticle);
       it != database.valuestream_end(kSlotArticle); ++it) {
    const auto slot = *it;
    ByteReader reader(slot);
    require_known(it.get_docid(), last);
    articles[it.get_docid()] = reader.varint32();
  }
  return articles;
}

namespace {

/// The documents that have a fingerprint in a slot, and these fingerprints in the same order.
struct Units {
  std::vector<Xapian::docid> documents;
  std::string fingerprints;
};

Units units_of(const Xapian::Database& database, Slot slot, std::size_t size) {
  Units units;
  const auto last = database.get_lastdocid();
  for (auto it = database.valuestream_begin(slot); it != database.valuestream_end(slot); ++it) {
    const auto fingerprint = *it;
    if (fingerprint.size() != size) continue;
    require_known(it.get_docid(), last);
    units.documents.push_back(it.get_docid());
    units.fingerprints += fingerprint;
  }
  return units;
}

/// Sorts documents by day of publication, those without one last, then by article and passage.
std::string time_key(const Xapian::Database& database, Xapian::docid id) {
  const auto document = database.get_document(id);
  auto day = document.get_value(kSlotPublished);
  if (day.empty()) day = "\xFF\xFF\xFF\xFF\xFF";
  return day + document.get_value(kSlotOrder);
}

/// For each unit the document of the earliest unit of its cluster.
std::vector<Xapian::docid> earliest_of_cluster(const Xapian::Database& database, Slot slot,
                                               const FingerprintFormat& format,
                                               std::vector<Xapian::docid>& documents) {
  auto units = units_of(database, slot, format.size());
  documents = std::move(units.documents);
  auto clusters = duplicate_clusters(units.fingerprints, format);
  units.fingerprints = {};
  std::vector<bool> is_shared(documents.size());
  for (std::uint32_t unit = 0; unit < clusters.size(); ++unit)
    if (clusters[unit] != unit) is_shared[clusters[unit]] = true;
  std::unordered_map<std::uint32_t, std::pair<std::string, Xapian::docid>> earliest;
  for (std::uint32_t unit = 0; unit < clusters.size(); ++unit) {
    if (!is_shared[clusters[unit]]) continue;
    std::pair key(time_key(database, documents[unit]), documents[unit]);
    const auto [best, added] = earliest.try_emplace(clusters[unit], key);
    if (!added && key < best->second) best->second = std::move(key);
  }
  for (std::uint32_t unit = 0; unit < clusters.size(); ++unit) {
    const auto best = earliest.find(clusters[unit]);
    clusters[unit] = best == earliest.end() ? documents[unit] : best->second.second;
  }
  return clusters;
}

}  // namespace

Stories find_stories(const Xapian::Database& database, std::span<const std::uint32_t> articles) {
  Stories stories;
  stories.original.resize(articles.size());
  std::iota(stories.original.begin(), stories.original.end(), 0U);
  std::vector<Xapian::docid> documents;
  auto earliest = earliest_of_cluster(database, kSlotFingerprint, kPassageFingerprint, documents);
  for (std::size_t i = 0; i < documents.size(); ++i) stories.original[documents[i]] = earliest[i];

  earliest = earliest_of_cluster(database, kSlotArticleFingerprint, kArticleFingerprint, documents);
  std::unordered_map<std::uint32_t, std::uint32_t> story_of;  // of articles that are copies
  for (std::size_t i = 0; i < documents.size(); ++i)
    if (earliest[i] != documents[i]) story_of[articles[documents[i]]] = articles[earliest[i]];
  stories.story.assign(articles.begin(), articles.end());
  if (!story_of.empty())
    for (auto& story : stories.story)
      if (const auto found = story_of.find(story); found != story_of.end()) story = found->second;
  return stories;
}

}  // namespace furat::index
