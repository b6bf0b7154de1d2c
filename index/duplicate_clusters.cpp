#include "index/duplicate_clusters.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

#include "index/schema.hpp"

namespace furat::index {
namespace {

/// A fingerprint is compared with this many that follow it in a bucket. Buckets of ordinary
/// archives are smaller; a hostile one costs no more than this.
constexpr std::size_t kWindow = 8;

/// Percent: two texts that have nothing in common cannot both be half of a third one.
constexpr unsigned kHalf = 50;

/// Two fingerprints share a bucket if three bytes agree that stand like this. All differences are
/// distinct, so no two buckets have more than one byte in common: nearly independent chances.
constexpr std::array<std::size_t, 3> kRuler{0, 1, 3};

[[nodiscard]] std::uint32_t byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

[[nodiscard]] std::uint64_t number_at(std::string_view bytes, std::size_t i) {
  return byte_at(bytes, i) | (byte_at(bytes, i + 1) << 8U);
}
[[nodiscard]] std::uint64_t text_size(std::string_view fingerprint, std::size_t minima) {
  return number_at(fingerprint, minima);
}

/// A counter of one byte lets the compiler compare sixteen at a time.
[[nodiscard]] std::uint8_t equal_bytes(std::string_view a, std::string_view b) {
  std::uint8_t equal = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    equal = static_cast<std::uint8_t>(equal + (a[i] == b[i] ? 1U : 0U));
  return equal;
}

/// Whole fingerprints are multiples of sixteen bytes, their minima are not.
[[nodiscard]] std::uint64_t equal_minima(std::string_view a, std::string_view b,
                                         std::size_t minima) {
  return static_cast<std::uint8_t>(equal_bytes(a, b) -
                                   equal_bytes(a.substr(minima), b.substr(minima)));
}

[[nodiscard]] const SharesNeeded& shares_needed(std::string_view a, std::string_view b,
                                                const FingerprintFormat& format) {
  const auto outlet_a = number_at(a, format.minima + 2);
  const auto outlet_b = number_at(b, format.minima + 2);
  if (outlet_a == 0 || outlet_b == 0) return format.outlet_unknown;
  return outlet_a == outlet_b ? format.within_outlet : format.between_outlets;
}

[[nodiscard]] Likeness likeness_of_different(std::string_view a, std::string_view b,
                                             const FingerprintFormat& format) {
  const auto equal = equal_minima(a, b, format.minima);
  const auto [shorter, longer] =
      std::minmax({text_size(a, format.minima), text_size(b, format.minima)});
  // Of the union of both texts the share equal / minima is common: overlap = equal * (sum of the
  // sizes) / (minima + equal). In integers, so that every machine decides alike.
  const auto overlap = equal * (shorter + longer) * 100;
  const auto parts = format.minima + equal;
  const auto& needed = shares_needed(a, b, format);
  if (overlap < shorter * needed.of_shorter * parts || overlap < longer * needed.of_longer * parts)
    return Likeness::none;
  return overlap < longer * kHalf * parts ? Likeness::part : Likeness::copy;
}

/// Each distinct fingerprint once, in an order that only the fingerprints decide.
class DistinctRows {
 public:
  DistinctRows(std::string_view bytes, std::size_t row_size) : row_size_(row_size) {
    const auto units = bytes.size() / row_size;
    struct Entry {
      std::uint64_t hash;
      std::uint32_t unit;
    };
    std::vector<Entry> entries(units);
    const auto row_of_unit = [&](std::size_t unit) {
      return bytes.substr(unit * row_size, row_size);
    };
    for (std::uint32_t unit = 0; unit < units; ++unit)
      entries[unit] = {stable_hash(row_of_unit(unit)), unit};
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
      if (a.hash != b.hash) return a.hash < b.hash;
      const auto order = row_of_unit(a.unit).compare(row_of_unit(b.unit));
      return order != 0 ? order < 0 : a.unit < b.unit;
    });
    rank_of_unit_.resize(units);
    for (const auto& entry : entries) {
      const auto row = row_of_unit(entry.unit);
      if (size() == 0 || (*this)[size() - 1] != row) rows_ += row;
      rank_of_unit_[entry.unit] = static_cast<std::uint32_t>(size() - 1);
    }
  }

  [[nodiscard]] std::size_t size() const { return rows_.size() / row_size_; }
  [[nodiscard]] std::string_view operator[](std::size_t rank) const {
    return {rows_.data() + rank * row_size_, row_size_};
  }
  [[nodiscard]] const std::vector<std::uint32_t>& rank_of_unit() const { return rank_of_unit_; }

 private:
  std::size_t row_size_;
  std::string rows_;                         ///< by rank
  std::vector<std::uint32_t> rank_of_unit_;  ///< by unit
};

/// Disjoint sets of numbers; each is represented by one of its members.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), 0U);
  }
  [[nodiscard]] std::uint32_t find(std::uint32_t x) {
    while (parents_[x] != x) x = parents_[x] = parents_[parents_[x]];
    return x;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parents_;
};

struct Keyed {
  std::uint32_t key;
  std::uint32_t rank;
};

/// Sorts by the lower 24 bits of the key; entries of one key stay in their order.
void sort_by_key(std::vector<Keyed>& entries, std::vector<Keyed>& scratch) {
  scratch.resize(entries.size());
  for (const unsigned shift : {0U, 12U}) {
    std::array<std::uint32_t, 4096> next{};
    for (const auto& entry : entries) ++next[(entry.key >> shift) & 4095U];
    std::uint32_t begin = 0;
    for (auto& place : next) begin += std::exchange(place, begin);
    for (const auto& entry : entries) scratch[next[(entry.key >> shift) & 4095U]++] = entry;
    entries.swap(scratch);
  }
}

constexpr std::size_t kAhead = 16;  // entries
constexpr std::size_t kCacheLine = 64;

void prefetch(std::string_view row) {
  for (std::size_t at = 0; at < row.size(); at += kCacheLine) __builtin_prefetch(row.data() + at);
}

/// Puts rows that agree in three bytes into one bucket, and tells of pairs in it.
class Buckets {
 public:
  Buckets(const DistinctRows& rows, std::size_t minima) : rows_(rows), minima_(minima) {}

  /// Calls visit(rank, rank) for pairs of rows that may be alike, perhaps more than once. Which
  /// pairs these are follows from the set of rows.
  template <class Visit>
  void for_each_pair(const Visit& visit) {
    for (std::size_t place = 0; place < minima_; ++place) {
      fill(place);
      for (std::size_t i = 0; i < entries_.size(); ++i) {
        fetch(i + kAhead);
        for (std::size_t j = i + 1;
             j < entries_.size() && j - i <= kWindow && entries_[j].key == entries_[i].key; ++j)
          visit(entries_[i].rank, entries_[j].rank);
      }
    }
  }

 private:
  /// Rows of a bucket lie anywhere, and waiting for them would take most of the time.
  void fetch(std::size_t i) const {
    if (i + 1 >= entries_.size() || entries_[i].key != entries_[i + 1].key) return;
    for (const auto rank : {entries_[i].rank, entries_[i + 1].rank}) prefetch(rows_[rank]);
  }

  void fill(std::size_t place) {
    entries_.resize(rows_.size());
    for (std::uint32_t rank = 0; rank < entries_.size(); ++rank) {
      const auto row = rows_[rank];
      std::uint32_t key = 0;
      for (const auto mark : kRuler) key = (key << 8U) | byte_at(row, (place + mark) % minima_);
      entries_[rank] = {key, rank};
    }
    sort_by_key(entries_, scratch_);
  }

  const DistinctRows& rows_;
  std::size_t minima_;
  std::vector<Keyed> entries_, scratch_;
};

/// Joins copies; tells by row whether it is part of another one, or another is part of it.
[[nodiscard]] std::vector<bool> join_copies(const DistinctRows& rows,
                                            const FingerprintFormat& format, Buckets& buckets,
                                            DisjointSets& sets) {
  std::vector<bool> in_part(rows.size(), false);
  buckets.for_each_pair([&](std::uint32_t a, std::uint32_t b) {
    if (sets.find(a) == sets.find(b)) return;
    switch (likeness_of_different(rows[a], rows[b], format)) {
      case Likeness::copy:
        sets.join(a, b);
        break;
      case Likeness::part:
        in_part[a] = in_part[b] = true;
        break;
      case Likeness::none:
        break;
    }
  });
  return in_part;
}

constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
constexpr auto kSeveral = kNone - 1;

/// Which set is part of which other one. Sets are those of the copies and stay as they are, so all
/// copies of a text count as one part.
class Parts {
 public:
  /// Only rows that are in `in_part` are asked for.
  Parts(const DistinctRows& rows, const FingerprintFormat& format, Buckets& buckets,
        DisjointSets& sets, const std::vector<bool>& in_part)
      : sets_(sets),
        whole_of_(rows.size(), kNone),
        part_of_(rows.size(), kNone),
        has_part_(rows.size(), false) {
    buckets.for_each_pair([&](std::uint32_t a, std::uint32_t b) {
      if (!in_part[a] || !in_part[b] || sets_.find(a) == sets_.find(b) ||
          likeness_of_different(rows[a], rows[b], format) != Likeness::part)
        return;
      const bool a_is_longer =
          text_size(rows[a], format.minima) > text_size(rows[b], format.minima);
      note(a_is_longer ? b : a, a_is_longer ? a : b);
    });
  }

  /// The sets that belong together, as pairs.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> to_join() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    const auto majority = rows_with_part_less_those_without();
    for (std::uint32_t set = 0; set < whole_of_.size(); ++set) {
      const auto whole = whole_of_[set];
      if (whole < kSeveral && part_of_[whole] == set && majority[whole] > 0)
        pairs.emplace_back(set, whole);
    }
    return pairs;
  }

 private:
  void note(std::uint32_t shorter, std::uint32_t longer) {
    const auto part = sets_.find(shorter);
    const auto whole = sets_.find(longer);
    whole_of_[part] = only(whole_of_[part], whole);
    part_of_[whole] = only(part_of_[whole], part);
    has_part_[longer] = true;
  }

  [[nodiscard]] static std::uint32_t only(std::uint32_t known, std::uint32_t next) {
    return known == kNone || known == next ? next : kSeveral;
  }

  /// By set. A digest is a copy of its longest story; what else is in it is not in that story.
  [[nodiscard]] std::vector<std::int32_t> rows_with_part_less_those_without() {
    std::vector<std::int32_t> difference(has_part_.size(), 0);
    for (std::uint32_t rank = 0; rank < has_part_.size(); ++rank)
      difference[sets_.find(rank)] += has_part_[rank] ? 1 : -1;
    return difference;
  }

  DisjointSets& sets_;
  std::vector<std::uint32_t> whole_of_;  ///< by set: the one it is part of, kNone or kSeveral
  std::vector<std::uint32_t> part_of_;   ///< by set: the one that is part of it, likewise
  std::vector<bool> has_part_;           ///< by row
};

[[nodiscard]] bool knows_parts(const FingerprintFormat& format) {
  return std::min({format.between_outlets.of_longer, format.within_outlet.of_longer,
                   format.outlet_unknown.of_longer}) < kHalf;
}

}  // namespace

Likeness likeness(std::string_view a, std::string_view b, const FingerprintFormat& format) {
  return a == b ? Likeness::copy : likeness_of_different(a, b, format);
}

std::vector<std::uint32_t> duplicate_clusters(std::string_view fingerprints,
                                              const FingerprintFormat& format) {
  const DistinctRows rows(fingerprints, format.size());
  DisjointSets sets(rows.size());
  Buckets buckets(rows, format.minima);
  const auto in_part = join_copies(rows, format, buckets, sets);
  if (knows_parts(format))
    for (const auto& [part, whole] : Parts(rows, format, buckets, sets, in_part).to_join())
      sets.join(part, whole);

  std::vector<std::uint32_t> smallest(rows.size(), kNone);
  std::vector<std::uint32_t> clusters = rows.rank_of_unit();
  for (std::uint32_t unit = 0; unit < clusters.size(); ++unit) {
    const auto set = sets.find(clusters[unit]);
    smallest[set] = std::min(smallest[set], unit);
    clusters[unit] = smallest[set];  // units come in ascending order: the first one names the set
  }
  return clusters;
}

}  // namespace furat::index
