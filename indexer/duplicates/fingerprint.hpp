// The words of a text to the few bytes by which near-duplicates are found: one-permutation MinHash.
// index/duplicate_clusters.hpp compares them; docs/near-duplicates.md says why so and how well.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/text/tokenizer.hpp"
#include "index/duplicate_clusters.hpp"

namespace furat::indexer {

/// One text's MinHash over runs of three tokens, kept while its tokens go by. The bytes depend on
/// the tokens alone and are the same on every machine.
class MinHash {
 public:
  /// `bins` minima, at most kMostBins. A text of fewer than `words_needed` tokens resembles only
  /// texts of the very same tokens.
  MinHash(std::size_t bins, std::uint32_t words_needed);

  /// The next token, by the 64-bit hash of its folded form.
  void add(std::uint64_t token);

  /// As index::FingerprintFormat lays it out. `outlet` is 0 if unknown.
  [[nodiscard]] std::string fingerprint(std::uint16_t outlet = 0) const;

  static constexpr std::size_t kMostBins = 128;

 private:
  [[nodiscard]] std::uint32_t minimum_near(std::size_t bin) const;
  [[nodiscard]] std::string of_exact_words() const;

  static constexpr std::uint32_t kEmpty = 0xFFFFFFFFU;
  std::size_t bins_;
  std::uint32_t words_needed_;
  std::uint32_t words_ = 0;
  std::uint64_t before_last_ = 0;
  std::uint64_t last_ = 0;
  std::uint64_t all_words_ = 0;  ///< hash of the whole sequence of tokens
  std::array<std::uint32_t, kMostBins> minima_;
};

/// Fingerprints of the passages of one article, and of the article. One object an article; any
/// thread, one at a time.
class ArticleFingerprinter {
 public:
  ArticleFingerprinter();

  /// The next passage in reading order. Returns its own fingerprint, of the format
  /// index::kPassageFingerprint.
  [[nodiscard]] std::string add(const analysis::TokenizedText& passage);

  /// The article as far as it was added, of the format index::kArticleFingerprint. Passages are
  /// taken as one text: where an outlet begins a new paragraph makes no difference. `source` is the
  /// id of the outlet, empty if unknown.
  [[nodiscard]] std::string article(std::string_view source) const;

 private:
  MinHash article_;
};

/// For one text alone.
[[nodiscard]] std::string passage_fingerprint(const analysis::TokenizedText& passage);

}  // namespace furat::indexer
