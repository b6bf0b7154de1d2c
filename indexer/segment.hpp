// Segments: small Xapian databases, each written by one thread from one batch of articles; a build
// merges them all. Many small ones are several times faster than one big writer (performance notes)
// and keep the memory bounded.
#pragma once

#include <xapian.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "indexer/annotator.hpp"
#include "indexer/archive_reader.hpp"
#include "indexer/found_numbers.hpp"
#include "indexer/passage_document.hpp"

namespace furat::indexer {

/// An article as it was just read, or as an index holds it.
struct BatchArticle {
  std::variant<IncomingArticle, PreparedArticle> article;
  std::uint32_t number = 0;  ///< in the article table
};

/// Consecutive articles of the archive. How they are cut depends on the articles alone, never on
/// the threads.
struct Batch {
  std::size_t number = 0;
  std::uint64_t bytes = 0;  ///< of bodies
  std::vector<BatchArticle> articles;
};

/// What a segment adds to the counts of the whole index.
struct SegmentSummary {
  std::filesystem::path path;
  std::size_t articles = 0, passages = 0, places = 0, actors = 0, dates = 0;
  std::uint64_t digest = 0;  ///< sum of the articles' digests
  std::vector<ArticleProblem> problems;
};

/// An empty one takes at most so many bytes on the disk.
inline constexpr std::uint64_t kEmptySegment = 1'000'000;

/// Begins one at `path`; the caller commits. Throws Xapian::Error.
[[nodiscard]] Xapian::WritableDatabase new_segment(const std::filesystem::path& path);

/// Annotates the batch, has the actors numbered that it found, and writes its passages and article
/// records to a new database at `path`. Once `stop` is set, ends before the next article: what is
/// written then is of no use. Throws Xapian::Error.
[[nodiscard]] SegmentSummary write_segment(Batch&& batch, const Annotator& annotator,
                                           const ValueNumbers& numbers, FoundNumbers& found,
                                           const std::filesystem::path& path,
                                           const std::atomic<bool>& stop);

}  // namespace furat::indexer
