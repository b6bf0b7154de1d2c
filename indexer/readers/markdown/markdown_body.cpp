#include "indexer/readers/markdown/markdown_body.hpp"

#include <md4c.h>

#include <algorithm>
#include <string_view>

#include "indexer/readers/html/character_reference.hpp"
#include "indexer/readers/html/tag_stripper.hpp"
#include "indexer/readers/text_cleaner.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLargestText = std::size_t{64} << 20;

// md4c walks the lines of a paragraph once for each of its links: 55 s for 200,000 lines of
// "[a](", 5 ms for this many.
constexpr std::size_t kMostLines = 2000;

// Addresses that are looked through for all references to them, and cells of tables, may be far
// more than the text has bytes. This many events, or bytes of addresses, a byte of text are enough
// for any text that is not made to be slow.
constexpr std::size_t kEventsAByte = 32;

/// A text and its map, with empty lines in overlong paragraphs.
class PartedText {
 public:
  explicit PartedText(const DecodedText& decoded, std::size_t begin) {
    const std::string_view all = decoded.text;
    std::size_t done = begin;
    std::size_t lines = 0;
    for (std::size_t at = begin; at < all.size();) {
      const std::size_t end = std::min(all.find('\n', at), all.size() - 1) + 1;
      const bool blank = all.substr(at, end - at).find_first_not_of(" \t\n") == std::string::npos;
      lines = blank ? 0 : lines + 1;
      at = end;
      if (lines < kMostLines) continue;
      append(decoded, done, at);
      const std::uint64_t here = map.to_source(map.derived_size(), map.derived_size()).end;
      text += '\n';
      map.append(1, here, 0);
      done = at;
      lines = 0;
    }
    append(decoded, done, all.size());
  }

  std::string text;
  SourceMap map;

 private:
  void append(const DecodedText& decoded, std::size_t begin, std::size_t end) {
    text.append(decoded.text, begin, end - begin);
    map.append_from(decoded.map, static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(end));
  }
};

/// Turns the events of md4c into a body.
class BodyBuilder {
 public:
  explicit BodyBuilder(const PartedText& source) : source_(source) {}

  /// False if md4c gave up or was stopped.
  bool run() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return guarded(self, [&](BodyBuilder& builder) { builder.enter_block(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return guarded(self, [&](BodyBuilder& builder) { builder.leave_block(type); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return guarded(self, [&](BodyBuilder& builder) { builder.enter_span(type, detail); });
    };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return guarded(self, [&](BodyBuilder& builder) { builder.add_text(type, {text, size}); });
    };
    const auto size = static_cast<MD_SIZE>(source_.text.size());
    return md_parse(source_.text.data(), size, &parser, this) == 0;
  }

  MarkdownBody take() && { return std::move(body_); }

 private:
  /// No exception may pass through md4c; anything but 0 stops it.
  template <class Action>
  static int guarded(void* self, Action action) noexcept {
    try {
      auto& builder = *static_cast<BodyBuilder*>(self);
      action(builder);
      builder.spend(1);
      return builder.budget_ == 0 ? 1 : 0;
    } catch (...) {
      return 1;
    }
  }

  void spend(std::size_t amount) { budget_ -= std::min(budget_, amount); }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
      case MD_BLOCK_LI:
        end_block();
        containers_.push_back(type == MD_BLOCK_QUOTE ? BlockKind::quote : BlockKind::list_item);
        kind_ = containers_.back();  // of text without a paragraph around it
        break;
      case MD_BLOCK_H:
        begin_block(BlockKind::heading);
        is_title_ = body_.title.empty() && static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1;
        break;
      case MD_BLOCK_TR:
        begin_block(BlockKind::table_row);
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        if (is_open_) between_ = " | ";
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        begin_block(kind_of_text());
        break;
      default:
        end_block();
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) return;
    end_block();
    if ((type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) && !containers_.empty())
      containers_.pop_back();
    kind_ = kind_of_text();
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    if (type != MD_SPAN_A && type != MD_SPAN_IMG) return;
    const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);  // of images too: the same members
    spend(link.href.size + link.title.size);
  }

  void add_text(MD_TEXTTYPE type, std::string_view text) {
    const char* const begin = source_.text.data();
    const bool in_source = text.data() >= begin && text.data() < begin + source_.text.size();
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return add_between("\n");
    if (!in_source) return add_between(text);
    const auto at = static_cast<std::size_t>(text.data() - begin);
    if (type == MD_TEXT_HTML) return add_html(at, text);
    if (stripper_.is_in_script()) return;
    if (type == MD_TEXT_ENTITY) return put_reference(at, text.size());
    put(at, text.size());
  }

  void add_html(std::size_t at, std::string_view html) {
    for (const HtmlPiece& piece : stripper_.feed(html)) {
      switch (piece.kind) {
        case HtmlPiece::Kind::text:
          put_html_text(at + piece.begin, piece.size);
          break;
        case HtmlPiece::Kind::reference:
          put_reference(at + piece.begin, piece.size);
          break;
        case HtmlPiece::Kind::line_break:
          add_between("\n");
          break;
        case HtmlPiece::Kind::block_end: {
          const BlockKind kind = is_open_ ? body_.blocks.back().kind : kind_;
          end_block();
          kind_ = kind;
          break;
        }
      }
    }
  }

  /// White space alone, as between tags, begins nothing.
  void put_html_text(std::size_t at, std::size_t size) {
    const std::string_view text = std::string_view(source_.text).substr(at, size);
    if (text.find_first_not_of(" \t\n") == std::string_view::npos) return add_between(text);
    put(at, size);
  }

  BlockKind kind_of_text() const {
    return containers_.empty() ? BlockKind::paragraph : containers_.back();
  }

  /// The block begins with its first text: an empty one is none.
  void begin_block(BlockKind kind) {
    end_block();
    stripper_ = TagStripper();
    kind_ = kind;
  }

  void end_block() {
    kind_ = kind_of_text();
    if (is_open_) {
      BodyBlock& block = body_.blocks.back();
      block.end = size();
      if (is_title_) body_.title = body_.text.substr(block.begin, block.end - block.begin);
    }
    is_open_ = is_title_ = false;
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(body_.text.size()); }

  /// What is not in the source stands between two pieces of text, or for nothing.
  void add_between(std::string_view text) {
    if (is_open_) between_ += text;
  }

  /// Readies the body for text that stands at `at` of the source.
  void begin_text(std::size_t at) {
    const auto begin = static_cast<std::uint32_t>(at);
    const std::uint64_t source_begin = source_.map.to_source(begin, begin).begin;
    if (!is_open_) between_ = body_.text.empty() ? "" : "\n\n";
    if (!between_.empty()) {
      const std::uint64_t gap = source_begin - std::min(source_begin, source_end_);
      body_.map.append(static_cast<std::uint32_t>(between_.size()),
                       std::min(source_begin, source_end_), gap);
      body_.text += between_;
      between_.clear();
    }
    if (!is_open_) body_.blocks.push_back({size(), size(), kind_});
    is_open_ = true;
  }

  void end_text(std::size_t at, std::size_t size) {
    const auto begin = static_cast<std::uint32_t>(at);
    source_end_ = source_.map.to_source(begin, static_cast<std::uint32_t>(at + size)).end;
  }

  void put(std::size_t at, std::size_t size) {
    if (size == 0) return;
    begin_text(at);
    body_.text.append(source_.text, at, size);
    body_.map.append_from(source_.map, static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + size));
    end_text(at, size);
  }

  void put_reference(std::size_t at, std::size_t size) {
    const auto character = referred_character(std::string_view(source_.text).substr(at, size));
    if (!character) return put(at, size);
    begin_text(at);
    const auto span = source_.map.to_source(static_cast<std::uint32_t>(at),
                                            static_cast<std::uint32_t>(at + size));
    TextCleaner cleaner(body_.text, body_.map);
    cleaner.put(*character, span.begin, static_cast<std::uint32_t>(span.end - span.begin));
    cleaner.finish();
    end_text(at, size);
  }

  const PartedText& source_;
  std::size_t budget_ = (source_.text.size() + 4096) * kEventsAByte;
  MarkdownBody body_;
  std::vector<BlockKind> containers_;
  BlockKind kind_ = BlockKind::paragraph;  // of the next block
  bool is_open_ = false;                   // the last block of the body goes on
  bool is_title_ = false;
  std::string between_;           // not yet in the body
  std::uint64_t source_end_ = 0;  // of what is in the body
  TagStripper stripper_;
};

}  // namespace

MarkdownBody markdown_body(const DecodedText& decoded, std::size_t begin) {
  MarkdownBody given_up;
  if (decoded.text.size() > kLargestText) {
    given_up.given_up = "The file is too large to be read as Markdown.";
    return given_up;
  }
  const PartedText source(decoded, begin);
  BodyBuilder builder(source);
  if (builder.run()) return std::move(builder).take();
  given_up.given_up = "The Markdown takes too much work.";
  return given_up;
}

}  // namespace furat::indexer
