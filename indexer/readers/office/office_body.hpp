// The body of an office document as its paragraphs and tables come in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.hpp"

namespace furat::indexer::office {

/// Builds Article::body and blocks. Paragraphs may stand in one another (text boxes): the inner one
/// comes after the outer one. A row of a table is one block, its cells parted by " | "; a row that
/// is there for the layout (one cell, or cells of many paragraphs) gives its paragraphs as they
/// are.
class OfficeBody {
 public:
  void begin_paragraph();
  /// Text of the innermost open paragraph; line ends and tabs in it are spaces. None may be open.
  void append(std::string_view text);
  void append_line_end();
  void end_paragraph(BlockKind kind);

  void begin_table() { ++tables_; }
  void end_table();
  void begin_row();
  void begin_cell();
  void end_row();

  /// Notes and what else is to come after everything: paragraphs until the end are put aside.
  void begin_aside() { ++asides_; }
  void end_aside();

  [[nodiscard]] bool in_paragraph() const { return !open_.empty(); }
  [[nodiscard]] bool is_too_large() const { return body_.size() > kLargest; }

  /// Closes what is open, and gives body, blocks and the identity map.
  void finish(Article& article);

  static constexpr std::size_t kLargest = std::size_t{64} << 20U;

 private:
  struct Paragraph {
    std::string text;
    BlockKind kind = BlockKind::paragraph;
  };
  using Cell = std::vector<Paragraph>;

  void place(Paragraph&& paragraph);
  void write(const Paragraph& paragraph);

  std::string body_;
  std::vector<BodyBlock> blocks_;
  std::vector<Paragraph> open_;   ///< one in the other
  std::vector<Paragraph> inner_;  ///< ended, waiting for the outermost open one to end
  std::vector<Paragraph> set_aside_;
  std::vector<Cell> row_;   ///< of the outermost table
  std::size_t tables_ = 0;  ///< one in the other
  std::size_t asides_ = 0;
};

}  // namespace furat::indexer::office
