#include "searcher/copies.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_set>

namespace furat {
namespace {

using index::Dimension;

/// Earliest day of publication first, those without one last; the original before all.
auto time_of(Xapian::docid passage, const index::FacetColumns& columns) {
  const auto day = columns.values(Dimension::published, passage);
  return std::tuple(columns.original(passage) != passage,
                    day.empty() ? std::numeric_limits<std::uint32_t>::max() : day.front(), passage);
}

/// What matching passages are copies of.
struct Originals {
  PassageSet all, repeated;  ///< of one or more passages; of two or more

  Originals(const PassageSet& passages, const index::FacetColumns& columns)
      : all(columns.last_document()), repeated(columns.last_document()) {
    passages.for_each([&](Xapian::docid id) {
      const auto original = columns.original(id);
      if (original > columns.last_document()) return;  // of a damaged column
      if (all.contains(original)) repeated.add(original);
      all.add(original);
    });
  }
};

}  // namespace

Copies::Copies(const PassageSet& passages, const index::FacetColumns& columns) : columns_(columns) {
  gather(passages, Originals(passages, columns).repeated);
}

Copies::Copies(const PassageSet& passages, const std::vector<Xapian::docid>& page,
               const index::FacetColumns& columns)
    : columns_(columns) {
  const Originals originals(passages, columns);
  PassageSet of_page(columns.last_document());
  for (const auto passage : page)
    if (const auto original = columns.original(passage); originals.repeated.contains(original))
      of_page.add(original);
  if (!of_page.empty()) gather(passages, of_page);
}

void Copies::gather(const PassageSet& passages, const PassageSet& originals) {
  passages.for_each([&](Xapian::docid id) {
    const auto original = columns_.original(id);
    if (originals.contains(original)) by_original_[original].push_back(id);
  });
  for (auto& [original, copies] : by_original_) {
    const auto first = std::min(copies.size(), kInOrder);
    std::partial_sort(copies.begin(), copies.begin() + static_cast<std::ptrdiff_t>(first),
                      copies.end(), [this](Xapian::docid a, Xapian::docid b) {
                        return time_of(a, columns_) < time_of(b, columns_);
                      });
  }
}

bool Copies::is_first(Xapian::docid passage) const {
  const auto copies = by_original_.find(columns_.original(passage));
  return copies == by_original_.end() || copies->second.front() == passage;
}

std::vector<Xapian::docid> Copies::others(Xapian::docid passage) const {
  const auto copies = by_original_.find(columns_.original(passage));
  if (copies == by_original_.end()) return {};
  auto others = copies->second;
  std::erase(others, passage);
  return others;
}

std::size_t count_unique(const PassageSet& passages, const index::FacetColumns& columns) {
  return Originals(passages, columns).all.count();
}

std::size_t count_articles_of_firsts(const PassageSet& passages,
                                     const index::FacetColumns& columns) {
  const Copies copies(passages, columns);
  std::unordered_set<std::uint32_t> articles;
  passages.for_each([&](Xapian::docid id) {
    if (copies.is_first(id)) articles.insert(columns.article(id));
  });
  return articles.size();
}

}  // namespace furat
