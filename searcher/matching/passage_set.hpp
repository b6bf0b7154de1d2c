// A set of passages as a bitmap over document ids: what queries are evaluated to, and facets
// counted over. One of a million passages takes 125 KB, and uniting two such sets 10 microseconds.
#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace furat {

/// Sets that are combined must have the same last id: that of the generation.
class PassageSet {
 public:
  explicit PassageSet(Xapian::docid last = 0) : words_(std::size_t{last} / kBits + 1) {}

  /// `id` must not be beyond the last one.
  void add(Xapian::docid id) { words_[id / kBits] |= bit(id); }
  void add_range(Xapian::docid first, Xapian::docid last);

  [[nodiscard]] bool contains(Xapian::docid id) const {
    return id / kBits < words_.size() && (words_[id / kBits] & bit(id)) != 0;
  }
  [[nodiscard]] std::size_t count() const;
  [[nodiscard]] bool empty() const;

  PassageSet& operator|=(const PassageSet& other);
  PassageSet& operator&=(const PassageSet& other);
  PassageSet& operator-=(const PassageSet& other);

  /// Calls `each` with every id, ascending.
  template <class Each>
  void for_each(Each each) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (auto word = words_[i]; word != 0; word &= word - 1)
        each(static_cast<Xapian::docid>(i * kBits + static_cast<unsigned>(std::countr_zero(word))));
  }

  /// The smallest id that is at least `id`; 0 if there is none.
  [[nodiscard]] Xapian::docid next(Xapian::docid id) const;

  [[nodiscard]] std::vector<Xapian::docid> ids() const;
  /// The last id that it has room for.
  [[nodiscard]] Xapian::docid room() const {
    return static_cast<Xapian::docid>(words_.size() * kBits - 1);
  }
  [[nodiscard]] std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

  friend bool operator==(const PassageSet&, const PassageSet&) = default;

 private:
  static constexpr std::size_t kBits = 64;
  static std::uint64_t bit(Xapian::docid id) { return std::uint64_t{1} << (id % kBits); }

  std::vector<std::uint64_t> words_;
};

}  // namespace furat
