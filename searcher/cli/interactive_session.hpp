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

  /// What is to be printed for a line: an answer, or what is wrong with it, which changes nothing.
  /// Throws IndexError.
  [[nodiscard]] std::string answer_to(const std::string& line, const TextStyle& style);

  /// The answer to the search as it stands.
  [[nodiscard]] std::string answer(const TextStyle& style);

  [[nodiscard]] bool is_over() const { return over_; }

 private:
  /// A facet value that has a number.
  struct Choice {
    std::string dimension, id, name;
  };

  void change(SearchRequest request);
  void page(bool forward);
  enum class Choose { alone, besides, excluded };
  void choose(std::size_t number, Choose how);
  void go_up();
  void undo();
  void sort_by(const std::string& order);
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
