// One file through a reader, with all that readers promise checked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/isolation/read_stream.hpp"
#include "indexer/readers/reader.hpp"
#include "tests/fuzz/invariants.hpp"

namespace furat::fuzz {

/// Whoever asked an isolated reader must accept what it sends.
inline void require_sendable(const indexer::Article& article) {
  std::string stream;
  indexer::append_article(stream, article);
  indexer::append_end(stream);
  std::string body;
  const auto end = indexer::decode_stream(
      stream, {[&](indexer::Article&& received) { body = std::move(received.body); },
               [](indexer::ReadProblem&&) {}});
  require(end.kind == indexer::StreamEnd::Kind::complete && body == article.body,
          "an article survives the way between processes");
}

/// Reads `bytes`. Nothing may be thrown.
inline void check_file(decltype(indexer::Reader::read) read, std::string_view bytes) {
  std::size_t said = 0;
  read("folder/file", bytes,
       {[&](indexer::Article&& article) {
          ++said;
          require_article(article, bytes.size());
          require_sendable(article);
          require_passages(indexer::split_passages(article),
                           article.extracted ? article.body.size() : bytes.size());
        },
        [&](indexer::ReadProblem&& problem) {
          ++said;
          require(!problem.message.empty(), "a problem has a message");
          require_clean(problem.message, "");
        }});
}

}  // namespace furat::fuzz
