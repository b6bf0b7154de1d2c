// A parsed query: plain values, no index in sight.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace furat {

/// Bytes [begin, end) of the query text.
struct QuerySpan {
  std::size_t begin = 0, end = 0;
};

enum class QueryField { any, title, place, actor, date, published, source, kind };

struct QueryNode {
  enum class Kind {
    word,      ///< `text` is one or more tokens as typed ("ez-Zor"); several tokens mean a phrase
    phrase,    ///< quoted `text`
    prefix,    ///< `text` without its star
    sequence,  ///< children side by side: joined by the request's match mode, but for required and
               ///< excluded ones
    any_of,    ///< children joined by OR
  };
  Kind kind = Kind::word;
  QueryField field = QueryField::any;  ///< of word, phrase, prefix
  std::string text;
  QuerySpan span;         ///< where it stands in the query
  bool required = false;  ///< +
  bool excluded = false;  ///< -
  std::vector<QueryNode> children;
};

}  // namespace furat
