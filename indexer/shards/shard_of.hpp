// Which shard an article belongs to: by its id alone, so that all of an article stand together and
// every machine agrees.
#pragma once

#include <cstdint>
#include <string_view>

namespace furat::indexer {

/// From 0; `shards` is at least 1. Even: of n articles a shard has n / shards, with a standard
/// deviation of the root of that. Stable: with one shard more, an article stays or moves to the new
/// one, 1 in shards + 1 of them (jump consistent hash, Lamping and Veach 2014).
[[nodiscard]] std::uint32_t shard_of(std::string_view article_id, std::uint32_t shards);

}  // namespace furat::indexer
