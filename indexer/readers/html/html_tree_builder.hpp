// Makes the flat list of nodes out of the events of a parser.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

class HtmlTreeBuilder {
 public:
  using Attributes = std::vector<std::pair<std::string, std::string>>;

  explicit HtmlTreeBuilder(std::size_t most_nodes);

  /// A page has one html and one body element, which stay open to the end: their further starts
  /// give them attributes, as in browsers.
  void start(std::string_view tag, Attributes attributes);
  void end(std::string_view tag);
  void text(std::string_view utf8);

  /// Closes what is open below the body. What follows stands in the body.
  void back_to_body();

  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] bool is_cut() const { return is_cut_; }

  /// Ends the work: all elements are closed.
  [[nodiscard]] std::vector<HtmlNode> take_nodes();

 private:
  NodeId add(std::string_view tag);
  void close_to(std::size_t size);

  std::vector<HtmlNode> nodes_;
  std::vector<NodeId> open_;
  std::size_t most_nodes_;
  std::size_t left_out_ = 0;  // open elements that were not added
  NodeId body_ = kNoNode;
  std::size_t body_open_ = 0;  // size of open_ with the body at its end
  bool is_cut_ = false;
};

}  // namespace furat::indexer
