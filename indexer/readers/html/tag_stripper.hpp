// Markup out of a piece of HTML that stands in another text, its words left where they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace furat::indexer {

/// Bytes [begin, begin + size) of what was fed.
struct HtmlPiece {
  enum class Kind : std::uint8_t {
    text,
    reference,   ///< "&amp;"
    line_break,  ///< <br>
    block_end,   ///< a tag that parts paragraphs
  };
  Kind kind = Kind::text;
  std::size_t begin = 0, size = 0;
};

/// Takes out tags, comments, scripts and styles. A tag or comment may go on in what is fed next.
/// Linear time. Web pages are read by HtmlTree; this is for fragments whose bytes must keep their
/// places.
class TagStripper {
 public:
  [[nodiscard]] std::vector<HtmlPiece> feed(std::string_view html);

  /// True inside of a script or style.
  [[nodiscard]] bool is_in_script() const { return state_ == State::script; }

 private:
  enum class State : std::uint8_t { text, tag, comment, script };

  std::size_t feed_text(std::string_view html, std::size_t i, std::vector<HtmlPiece>& pieces);
  std::size_t feed_tag(std::string_view html, std::size_t i, std::vector<HtmlPiece>& pieces);
  std::size_t feed_script(std::string_view html, std::size_t i);
  std::size_t open_tag(std::string_view html, std::size_t i);
  void close_tag(std::size_t at, std::vector<HtmlPiece>& pieces);

  State state_ = State::text;
  std::string tag_;  // name in lower case, without the slash
  bool end_tag_ = false;
  char quote_ = '\0';  // in which the tag is
};

}  // namespace furat::indexer
