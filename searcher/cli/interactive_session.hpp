// A search that is changed step by step: what furat-search -i does with each line that is typed.
#pragma once

#include <string>
#include <vector>

#include "furat/searcher.hpp"
#include "searcher/cli/text_style.hpp"

namespace furat::cli {

class InteractiveSession {
 public:
  /// Begins with `request`; its facets are those that are listed. `searcher` must outlive this.
  InteractiveSession(const Searcher& searcher, SearchRequest request);

  /// What is to be printed for a line: an answer, or what is wrong with the line, the time or the
  /// index, which changes nothing.
  [[nodiscard]] std::string answer_to(const std::string& line, const TextStyle& style);

  /// The answer to the search as it stands. Throws as Searcher::search() does.
  [[nodiscard]] std::string answer(const TextStyle& style);

  [[nodiscard]] bool is_over() const { return over_; }

 private:
  /// A facet value that has a number.
  struct Choice {
    std::string dimension, id, name;
  };

  enum class Choose { alone, besides, excluded };

  /// Searches and, if that succeeds, goes there.
  void step_to(SearchRequest next, bool must_have_hits);
  void undo();
  /// What a line that changes the search makes of it.
  [[nodiscard]] SearchRequest next_request(const std::string& line) const;
  [[nodiscard]] SearchRequest next_page(bool forward) const;
  void choose(std::size_t number, Choose how, SearchRequest& next) const;
  [[nodiscard]] std::string shown_answer(const TextStyle& style);
  [[nodiscard]] std::string shown_hit(std::size_t number, const TextStyle& style) const;
  void append_choices(std::string& out, const TextStyle& style);
  [[nodiscard]] std::string obeyed(const std::string& line, const TextStyle& style);

  const Searcher& searcher_;
  SearchRequest request_;
  std::vector<SearchRequest> before_;  ///< what undo goes back to
  SearchResults results_;
  std::vector<Choice> choices_;
  bool over_ = false;
};

}  // namespace furat::cli
