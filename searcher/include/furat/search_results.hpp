// The answer to a SearchRequest: plain values that outlive the Searcher.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "furat/mention_candidate.hpp"

namespace furat {

/// Bytes [begin, end) of a UTF-8 string that is named where the span is used.
struct TextSpan {
  std::uint32_t begin = 0, end = 0;
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Bytes [begin, end) of the original file.
struct FileSpan {
  std::uint64_t begin = 0, end = 0;
  friend bool operator==(const FileSpan&, const FileSpan&) = default;
};

/// A stretch of a passage that a snippet shows.
struct SnippetFragment {
  std::string text;             ///< line ends inside are spaces
  std::vector<TextSpan> marks;  ///< of `text`
  TextSpan span;                ///< of Hit::text
  FileSpan bytes;               ///< of the original file
  friend bool operator==(const SnippetFragment&, const SnippetFragment&) = default;
};

/// An excerpt of a passage, whole sentences, not escaped for any output format.
struct Snippet {
  std::string text;             ///< of its fragments, " … " between them
  std::vector<TextSpan> marks;  ///< of `text`: what matched, ascending, not overlapping
  bool cut_before = false;      ///< the passage goes on before it
  bool cut_after = false;
  std::vector<SnippetFragment> fragments{};  ///< in the order of the passage; one, if one stretch
                                             ///< shows all that matched
  friend bool operator==(const Snippet&, const Snippet&) = default;
};

/// A place, actor or date that a passage names.
struct MentionInfo {
  std::string dimension;           ///< "place", "actor", "date"
  std::string id;                  ///< facet value id; for dates the TIMEX3 value
  std::string name;                ///< display name; for dates the value without the time of day
  std::string text;                ///< as the passage writes it
  TextSpan span;                   ///< of Hit::text
  FileSpan bytes;                  ///< of the original file
  std::string role;                ///< places: "at", "of", "says", "in-name", "dateline"
  std::string first, last;         ///< dates: ISO days, closed; empty where open or unknown
  std::vector<std::string> flags;  ///< dates: "approximate", "open-start", "open-end",
                                   ///< "year-inferred", "relative", "year-unknown",
                                   ///< "day-month-order"; "begins-range": the date mention behind
                                   ///< it is the end of the same date
  std::string rule;                ///< the rule that decided
  // Filled by Searcher::passage() alone:
  std::string reason;  ///< what the rule says, one sentence
  std::optional<double>
      score;  ///< places, actors: how much spoke for this one, if others were possible
  std::vector<MentionCandidate> candidates;  ///< places, actors: the one chosen, then those
                                             ///< rejected, best first; empty if none were
  friend bool operator==(const MentionInfo&, const MentionInfo&) = default;
};

struct ArticleInfo {
  std::string id, file, title, source, author, url;
  std::string published;  ///< ISO day or empty
  std::string published_method;
  friend bool operator==(const ArticleInfo&, const ArticleInfo&) = default;
};

/// Another passage with nearly the same text.
struct CopyInfo {
  std::string passage;  ///< key
  std::string source;
  std::string published;  ///< ISO day or empty
  friend bool operator==(const CopyInfo&, const CopyInfo&) = default;
};

/// A part of a score, and what it is for, in words.
struct ScorePart {
  std::string what;
  double score = 0;
  friend bool operator==(const ScorePart&, const ScorePart&) = default;
};

struct Hit {
  std::size_t rank = 0;  ///< 1-based in the whole result
  double score = 0;
  std::string passage;  ///< stable passage key: article id, '#', number in the article from 1
  ArticleInfo article;
  std::string heading;                  ///< of the passage's section; empty if it has none
  std::vector<TextSpan> heading_marks;  ///< of `heading`: what matched there
  std::string text;             ///< the passage, its heading first where it begins a section
  std::vector<TextSpan> marks;  ///< of `text`: what matched, ascending, not overlapping; none
                                ///< without a snippet
  std::uint32_t heading_size =
      0;                   ///< bytes of the heading at the start of `text`, without the line end
  FileSpan bytes;          ///< of the passage's body in the original file
  std::uint64_t line = 0;  ///< 1-based line of the file where the passage begins
  std::uint32_t page = 0;  ///< 1-based, 0 where there are no pages
  Snippet snippet;
  std::vector<TextSpan> title_marks;    ///< of article.title: what matched there
  std::vector<MentionInfo> mentions;    ///< ascending by span
  std::size_t copies = 0;               ///< other matching passages with nearly the same text
  std::vector<CopyInfo> first_copies;   ///< the earliest of these, at most five
  std::vector<ScorePart> score_parts;   ///< SearchRequest::explain: what adds up to `score`
  std::size_t passages_in_article = 1;  ///< GroupBy::article: matching passages of this article
  std::string file_digest;  ///< of the original file: "sha256:" and 64 hexadecimal digits
  friend bool operator==(const Hit&, const Hit&) = default;
};

/// One value of a dimension with its exact counts. `passages` is the number of hits a filter by
/// `id` gives.
struct FacetValue {
  std::string id, name, kind;
  std::string parent;   ///< id of the value above it in the tree, empty at the top
  std::string country;  ///< places and actors: ISO 3166 alpha-2 or empty
  std::optional<double> latitude, longitude;  ///< places: degrees
  std::size_t depth = 0;
  std::size_t passages = 0;
  std::size_t articles = 0;
  std::size_t precise = 0;  ///< dates: passages with a closed date that lies wholly inside this
                            ///< value; else = passages
  bool selected = false;
  std::size_t stories = 0;  ///< articles, counting copies and versions of one report once
  friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

struct FacetCounts {
  std::string dimension;
  std::vector<FacetValue> values;  ///< tree order: each value right before its children; siblings
                                   ///< by count, dates by time
  std::size_t total_values = 0;    ///< how many values there are with a count above zero
  std::size_t passages_without =
      0;  ///< passages without any value: what the filter value "none" gives
  std::size_t articles_without = 0, stories_without = 0;  ///< likewise
  friend bool operator==(const FacetCounts&, const FacetCounts&) = default;
};

/// A run of query words that was read as a name.
struct NameMatch {
  std::string text;                ///< as in the query
  std::vector<std::string> ids;    ///< facet value ids it stands for
  std::vector<std::string> names;  ///< their display names
  /// How they were found: "exact", or by a key of the name cascade: "letters", "sounds",
  /// "consonants", each coarser than the one before.
  std::string tier = "exact";
  std::vector<std::string> spellings{};  ///< other spellings in passages that are searched for too
  friend bool operator==(const NameMatch&, const NameMatch&) = default;
};

/// A word of the query that no passage has, and one near to it.
struct WordCorrection {
  std::string from, to;
  TextSpan span;             ///< of the query: `from`
  std::size_t distance = 0;  ///< slips: letters too many, missing, wrong or swapped
  std::size_t passages = 0;  ///< that have `to`, whatever the filters
  friend bool operator==(const WordCorrection&, const WordCorrection&) = default;
};

/// A query that may have been meant.
struct QuerySuggestion {
  std::string query;
  std::vector<WordCorrection> changes;  ///< in the order of the query
  friend bool operator==(const QuerySuggestion&, const QuerySuggestion&) = default;
};

struct SearchResults {
  std::vector<Hit> hits;
  std::size_t total_passages = 0;  ///< exact
  std::size_t total_articles = 0;  ///< exact
  std::size_t total_stories = 0;   ///< exact: articles, counting copies and versions of one report
                                   ///< once
  std::size_t total_unique = 0;  ///< exact: passages, counting those with nearly the same text once
  std::vector<FacetCounts> facets;
  std::vector<NameMatch> matched_as;
  std::vector<std::string>
      notes;  ///< sentences for the user: a fallback to any word, an ambiguous filter name
  bool fell_back_to_any = false;
  std::vector<std::string> related_words;  ///< found passages without a word of the query
                                           ///< (RelatedWords), strongest first
  std::string generation;                  ///< the one generation the whole answer comes from
  /// Shards that did not answer, that the cluster does not name, or that hold the articles of
  /// another one of it: everything else is of the others. See Cluster; the notes say why.
  std::vector<std::string> missing_shards;
  /// Shards that are searched in an older state than another one knows of: what changed in them
  /// since then is not in the answer.
  std::vector<std::string> stale_shards;
  bool counted = true;  ///< false: the request wanted no totals; they are 0, and hits know of no
                        ///< copies
  std::vector<QuerySuggestion> suggestions;  ///< if words seem misspelled: the likeliest first
  std::string corrected_query;  ///< nothing matched the query: what is answered is this one
  std::size_t total_hits = 0;  ///< exact: hits without offset and limit, as `group` and `unique` of
                               ///< the request have it
  friend bool operator==(const SearchResults&, const SearchResults&) = default;
};

}  // namespace furat
