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

enum class QueryField { any, title, place, actor, date, published, source, kind, article };

/// How near to each other the two sides of NEAR, ADJ and SENTENCE must stand.
struct Closeness {
  bool same_sentence = false;  ///< in one sentence, however far apart; `words` and `ordered` are
                               ///< not looked at
  std::size_t words = 0;  ///< from the last word of one to the first word of the other; 1: side
                          ///< by side
  bool ordered = false;   ///< the left side stands first
};

struct QueryNode {
  enum class Kind {
    word,      ///< `text` is one or more tokens as typed ("ez-Zor"); several tokens mean a phrase
    phrase,    ///< quoted `text`
    prefix,    ///< `text` without its star
    wildcard,  ///< `text` with a star or question mark inside
    sequence,  ///< children side by side: joined by the request's match mode, but for required and
               ///< excluded ones
    any_of,    ///< children joined by OR
    close,     ///< two children that stand near each other, as `closeness` says
  };
  Kind kind = Kind::word;
  QueryField field = QueryField::any;  ///< of word, phrase, prefix, wildcard
  std::string text;
  QuerySpan span;         ///< where it stands in the query
  bool required = false;  ///< + and AND
  bool excluded = false;  ///< - and NOT
  Closeness closeness;    ///< of close
  std::vector<QueryNode> children;
};

}  // namespace furat
