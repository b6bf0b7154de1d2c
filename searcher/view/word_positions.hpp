// Where words stand in passages, as shards said before: each question is a way to a server and
// back, and the next request asks of the same best passages again.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/matching/bounded_cache.hpp"

namespace furat {

/// Of one generation; for several threads at once.
class WordPositions {
 public:
  /// Ascending. Throws Xapian::Error.
  [[nodiscard]] std::vector<Xapian::termpos> of(const std::string& stem, Xapian::docid passage,
                                                const Xapian::Database& database) {
    return asked(passage, stem, [&] {
      return std::vector<Xapian::termpos>(database.positionlist_begin(passage, stem),
                                          database.positionlist_end(passage, stem));
    });
  }

  /// How many words a passage has. Throws Xapian::Error.
  [[nodiscard]] Xapian::termcount length(Xapian::docid passage, const Xapian::Database& database) {
    return asked(passage, {},
                 [&] { return std::vector<Xapian::termpos>{database.get_doclength(passage)}; })
        .front();
  }

 private:
  struct Numbers {
    std::vector<Xapian::termpos> numbers;
    [[nodiscard]] std::size_t bytes() const {
      constexpr std::size_t kOfEntry = 200;  // with its key, twice
      return kOfEntry + numbers.size() * sizeof(Xapian::termpos);
    }
  };

  /// No stem is empty: under that one stands the length.
  template <class Ask>
  std::vector<Xapian::termpos> asked(Xapian::docid passage, const std::string& stem, Ask ask) {
    const auto key = std::to_string(passage) + ' ' + stem;
    if (const auto known = known_.find(key)) return known->numbers;
    return known_.insert(key, std::make_shared<const Numbers>(Numbers{ask()}))->numbers;
  }

  BoundedCache<const Numbers> known_{std::size_t{16} << 20};
};

}  // namespace furat
