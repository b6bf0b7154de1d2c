#include "index/passages_database.hpp"

#include <cstdint>

#include "index/damaged.hpp"

namespace furat::index {
namespace {

/// Updates leave gaps among the ids: an archive may have been replaced this many times, a small one
/// more often.
constexpr std::uint64_t kReplaced = 256;
constexpr std::uint64_t kSmall = std::uint64_t{1} << 24;

}  // namespace

std::uint64_t most_documents(const Completion& completion) {
  return kSmall + kReplaced * completion.counts.passages;
}

Xapian::Database open_passages(const std::filesystem::path& generation,
                               const Completion& completion) {
  Xapian::Database database(passages_path(generation).string());
  if (database.get_uuid() != completion.uuid)
    throw_damaged(generation.string(), "its database is not the one that was published");
  if (database.get_lastdocid() > most_documents(completion))
    throw_damaged(generation.string(), "its last document has an absurd number");
  return database;
}

}  // namespace furat::index
