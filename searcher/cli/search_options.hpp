// The arguments of furat-search: what is asked, and how the answer is printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/cli/terminal.hpp"
#include "searcher/http/serve_options.hpp"
#include "searcher/requests/request_options.hpp"

namespace furat::cli {

/// In `actors`, `places` and `facet` the words are a name, and `query` says which passages.
struct SearchOptions : requests::RequestOptions {
  std::vector<std::string> indexes;
  bool strict = false;             ///< a shard that does not answer is an error
  std::vector<std::string> words;  ///< the query, joined by spaces
  std::string format = "text", colour = "auto";
  std::string mention_text;         ///< why: only mentions whose text has this
  std::string queries;              ///< batch: TSV of id and query
  bool ascii = false;               ///< timeline, pivot
  std::string output = "passages";  ///< what is printed of the hits
  bool null_separated = false;      ///< --null: entries of a list end with NUL
  bool count_only = false;          ///< --count
  bool limit_given = false;         ///< lists of articles and files are whole without a limit
  bool quiet = false;               ///< nothing on stderr but errors
  std::string hyperlinks = "auto";
  std::optional<std::string> pager;   ///< command; "none": no pager
  std::string usual_index;            ///< where the index is if not named and none is near
  std::optional<int> format_version;  ///< of JSON that the caller understands
  bool show_origin = false;           ///< config
  Terminal terminal;                  ///< what standard output can show
  bool interactive = false;           ///< search
  std::string evidence;               ///< check: file of hits
  std::vector<std::string> archives;  ///< check: folders of the originals
  std::string bundle;                 ///< check: a bundle to replay; else where to write one
  http::ServeOptions serve;
  std::vector<std::string> arguments;  ///< the whole command line
};

/// The query as given: words joined by spaces.
[[nodiscard]] std::string query_of(const SearchOptions& options);

}  // namespace furat::cli
