// The passages that a search of the sample archive finds, to be counted by brute force.
#pragma once

#include <set>
#include <string>

#include "furat/searcher.hpp"
#include "tests/support/temporary_index.hpp"

namespace furat::test {

using Keys = std::set<std::string>;  ///< of passages

inline SearchResults all_hits(SearchRequest request) {
  request.limit = 100'000;
  request.snippet_chars = 0;
  return sample().search(request);
}

inline Counted counted(const Keys& keys) {
  Keys articles;
  for (const auto& key : keys) articles.insert(key.substr(0, key.rfind('#')));
  return {keys.size(), articles.size()};
}

}  // namespace furat::test
