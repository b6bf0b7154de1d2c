// Numbers of what only the archive names: its sources, and actors that the lexicon has not. Given
// in the order of the batches, whatever threads annotate them, so that the same archive has the
// same numbers.
#pragma once

#include <xapian.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/actors/found_actor.hpp"
#include "indexer/annotator.hpp"

namespace furat::indexer {

class ValueNumbers;

/// A found actor and its number among these.
struct FoundValue {
  analysis::FoundActor actor;
  std::uint32_t number = 0;
};
using FoundValues = std::map<std::string, FoundValue>;  ///< by id

/// Numbers of the sources, given as the archive first names them.
using SourceNumbers = std::unordered_map<std::string, std::uint32_t>;

/// The found actors that an index holds. Throws Xapian::Error.
[[nodiscard]] FoundValues found_values(const Xapian::Database& database,
                                       const ValueNumbers& numbers);

/// Shared by the threads of a run.
class FoundNumbers {
 public:
  /// Whether what is known of a found actor still holds: once the lexicon has changed, the articles
  /// that are annotated anew know better.
  enum class Known : std::uint8_t { sound, outdated };

  /// New actors get numbers from `first` on, behind those that are known; new sources behind
  /// those of `sources`.
  explicit FoundNumbers(FoundValues known = {}, std::uint32_t first = 0, Known trust = Known::sound,
                        SourceNumbers sources = {});

  /// Numbers what the articles of a batch have found, and their sources, which their texts may have
  /// stated. Waits until all batches before it have been
  /// numbered, or until `stop` is set, with which the numbers are of no use.
  void number(std::size_t batch, std::vector<AnnotatedArticle>& articles,
              const std::atomic<bool>& stop);

  /// What is known once all threads have ended.
  [[nodiscard]] const FoundValues& values() const { return values_; }
  [[nodiscard]] const SourceNumbers& sources() const { return sources_; }

 private:
  void number(AnnotatedArticle& article);
  [[nodiscard]] std::optional<std::uint32_t> source_number(const std::string& source);
  static void renew(analysis::FoundActor& known, const analysis::FoundActor& actor);

  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t next_batch_ = 0;
  Known trust_;
  std::uint32_t next_, next_source_ = 0;
  FoundValues values_;
  SourceNumbers sources_;
};

}  // namespace furat::indexer
