// The <meta> and <link> elements of a page, and the JSON-LD beside them: what its head states.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/html/html_tree.hpp"

namespace furat::indexer {

/// Refers to the tree, which must outlive it.
class MetaElements {
 public:
  explicit MetaElements(const HtmlTree& tree);

  /// The content of the first element that has the first of the names, else of the second, and so
  /// on; names are lower case ("og:title"). An element's name is its name, property, itemprop or
  /// http-equiv. Empty contents are passed over.
  [[nodiscard]] std::string_view content(std::span<const std::string_view> names) const;
  [[nodiscard]] std::string_view content(std::initializer_list<std::string_view> names) const {
    return content(std::span(names.begin(), names.size()));
  }

  /// All (name, content) pairs in document order.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string_view>>& all() const& {
    return all_;
  }
  void all() const&& = delete;

  /// The address of the first <link> with this word in its rel.
  [[nodiscard]] std::string_view link(std::string_view rel) const;

  /// (rel, href) of all links in document order, rel in lower case.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string_view>>& links() const& {
    return links_;
  }
  void links() const&& = delete;

  /// The texts of the JSON-LD scripts.
  [[nodiscard]] const std::vector<std::string_view>& json_ld() const& { return json_ld_; }
  void json_ld() const&& = delete;

 private:
  std::vector<std::pair<std::string, std::string_view>> all_;
  std::vector<std::pair<std::string, std::string_view>> links_;
  std::vector<std::string_view> json_ld_;
};

}  // namespace furat::indexer
