#include "indexer/duplicates/fingerprint.hpp"

#include <algorithm>
#include <cassert>

#include "index/schema.hpp"

namespace furat::indexer {
namespace {

// Below these sizes a text is mostly formula ("two civilians were killed, the monitor said"): that
// it resembles another says little.
constexpr std::uint32_t kPassageWords = 12;
constexpr std::uint32_t kArticleWords = 25;

/// Spreads every bit of `x` over all 64: the finalizer of splitmix64 (Steele, Lea and Flood 2014).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

/// `hash` scaled to [0, size) by its upper half; the lower half stays free for other use.
[[nodiscard]] constexpr std::size_t scaled(std::uint64_t hash, std::size_t size) {
  return static_cast<std::size_t>(((hash >> 32U) * size) >> 32U);
}

[[nodiscard]] constexpr char byte_of(std::uint64_t number, unsigned index) {
  return static_cast<char>((number >> (8U * index)) & 0xFFU);
}

/// 16 bits, lowest byte first.
void append_number(std::string& bytes, std::uint32_t number) {
  bytes += byte_of(number, 0);
  bytes += byte_of(number, 1);
}

/// Sixteen bits for a source, never 0. That two sources share them is rare, and then only means
/// that their texts must be more alike.
[[nodiscard]] std::uint16_t outlet_of(std::string_view source) {
  if (source.empty()) return 0;
  return static_cast<std::uint16_t>(1 + scaled(mixed(index::stable_hash(source)), 0xFFFF));
}

}  // namespace

MinHash::MinHash(std::size_t bins, std::uint32_t words_needed)
    : bins_(bins), words_needed_(words_needed) {
  assert(bins <= kMostBins && words_needed >= 3);
  minima_.fill(kEmpty);
}

void MinHash::add(std::uint64_t token) {
  if (words_ < words_needed_) all_words_ = mixed(all_words_ ^ token);
  if (words_ >= 2) {
    // Odd factors keep "a b c" apart from "b a c"; the mixer does the rest.
    const auto run =
        mixed(before_last_ * 0xD6E8FEB86659FD93U + last_ * 0xA0761D6478BD642FU + token);
    auto& minimum = minima_[scaled(run, bins_)];
    minimum = std::min(minimum, static_cast<std::uint32_t>(run));
  }
  before_last_ = last_;
  last_ = token;
  if (words_ < kEmpty) ++words_;
}

std::uint32_t MinHash::minimum_near(std::size_t bin) const {
  // An empty bin borrows from bins that its own number chooses, never from its neighbour: two
  // texts then borrow alike as often as they are alike (Shrivastava 2017). The choice comes round
  // to every bin, and one is filled, so this ends.
  auto from = bin;
  for (std::uint64_t attempt = 1; minima_[from] == kEmpty; ++attempt)
    from = scaled(mixed((static_cast<std::uint64_t>(bin) << 32U) + attempt), bins_);
  return minima_[from];
}

std::string MinHash::of_exact_words() const {
  std::string bytes;
  for (std::size_t bin = 0; bin < bins_; ++bin) bytes += byte_of(mixed(all_words_ + bin), 0);
  return bytes;
}

std::string MinHash::fingerprint(std::uint16_t outlet) const {
  std::string bytes;
  if (words_ < words_needed_)
    bytes = of_exact_words();
  else
    for (std::size_t bin = 0; bin < bins_; ++bin) bytes += byte_of(minimum_near(bin), 0);
  // Never 0: of nothing, anything is a sufficient share.
  append_number(bytes, words_ < 3 ? 1 : std::min<std::uint32_t>(words_ - 2, 0xFFFF));
  append_number(bytes, outlet);
  return bytes;
}

ArticleFingerprinter::ArticleFingerprinter()
    : article_(index::kArticleFingerprint.minima, kArticleWords) {}

std::string ArticleFingerprinter::add(const analysis::TokenizedText& passage) {
  MinHash own(index::kPassageFingerprint.minima, kPassageWords);
  for (const auto& token : passage.tokens()) {
    const auto hash = index::stable_hash(passage.folded(token));
    own.add(hash);
    article_.add(hash);
  }
  return own.fingerprint();
}

std::string ArticleFingerprinter::article(std::string_view source) const {
  return article_.fingerprint(outlet_of(source));
}

std::string passage_fingerprint(const analysis::TokenizedText& passage) {
  return ArticleFingerprinter().add(passage);
}

}  // namespace furat::indexer
