#include "indexer/readers/html/data_tables.hpp"

#include <algorithm>
#include <cstdint>

#include "indexer/readers/html/element_kind.hpp"
#include "indexer/readers/html/text_length.hpp"

namespace furat::indexer {
namespace {

// The mean of the cells of a table of data, and the longest.
constexpr std::uint64_t kLongMean = 200;
constexpr std::uint64_t kLongCell = 1200;

struct OpenTable {
  NodeId id = 0;
  bool layout = false;  // holds another table, or says so
  std::uint64_t rows = 0;
  std::uint64_t wide_rows = 0;  // of several cells
  std::uint64_t cells = 0;
  std::uint64_t cells_of_row = 0;
  std::uint64_t length = 0;
  std::uint64_t length_of_cell = 0;
  std::uint64_t longest_cell = 0;

  void begin_row() {
    end_cell();
    if (cells_of_row > 0) ++rows;
    if (cells_of_row > 1) ++wide_rows;
    cells_of_row = 0;
  }
  void begin_cell() {
    end_cell();
    ++cells;
    ++cells_of_row;
  }
  void end_cell() {
    longest_cell = std::max(longest_cell, length_of_cell);
    length += length_of_cell;
    length_of_cell = 0;
  }
  bool is_data() {
    begin_row();
    return !layout && wide_rows >= 2 && wide_rows * 2 >= rows && length <= cells * kLongMean &&
           longest_cell <= kLongCell;
  }
};

}  // namespace

std::vector<NodeId> data_tables(const HtmlTree& tree) {
  std::vector<NodeId> found;
  std::vector<OpenTable> open;
  const auto nodes = tree.nodes();
  const auto close_before = [&](NodeId id) {
    while (!open.empty() && nodes[open.back().id].past <= id) {
      if (open.back().is_data()) found.push_back(open.back().id);
      open.pop_back();
    }
  };
  for (NodeId i = 0; i < nodes.size(); ++i) {
    close_before(i);
    const HtmlNode& node = nodes[i];
    if (node.is_text()) {
      if (!open.empty()) open.back().length_of_cell += text_length(node.text);
      continue;
    }
    if (node.tag == "table") {
      if (!open.empty()) open.back().layout = true;
      open.emplace_back().id = i;
      const std::string_view role = node.attribute("role");
      open.back().layout = role == "presentation" || role == "none";
    } else if (!open.empty() && node.tag == "tr") {
      open.back().begin_row();
    } else if (!open.empty() && (node.tag == "td" || node.tag == "th")) {
      open.back().begin_cell();
    }
  }
  close_before(static_cast<NodeId>(nodes.size()));
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace furat::indexer
