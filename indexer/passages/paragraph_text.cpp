#include "indexer/passages/paragraph_text.hpp"

#include "indexer/passages/list_item.hpp"

namespace furat::indexer {
namespace {

std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }

/// Appends text of one body to another, white space as single spaces.
class Joining {
 public:
  Joining(std::string_view body, const SourceMap& map, MappedText& out)
      : body_(body), map_(map), out_(out) {}

  void append_words(std::size_t begin, std::size_t end) {
    std::size_t word = begin;
    for (std::size_t i = begin; i < end;) {
      if (space_size(body_, i) == 0) {
        ++i;
        continue;
      }
      append_bytes(word, i);
      std::size_t after = i;
      while (after < end && space_size(body_, after) != 0) after += space_size(body_, after);
      append_space(i, after);
      i = word = after;
    }
    append_bytes(word, end);
  }

  void append_space(std::size_t begin, std::size_t end) {
    const SourceSpan source = map_.to_source(size32(begin), size32(end));
    out_.text += ' ';
    out_.map.append(1, source.begin, source.end - source.begin);
  }

 private:
  void append_bytes(std::size_t begin, std::size_t end) {
    out_.text += body_.substr(begin, end - begin);
    out_.map.append_from(map_, size32(begin), size32(end));
  }

  std::string_view body_;
  const SourceMap& map_;
  MappedText& out_;
};

/// Where the text of a line begins: behind a heading's sign and a bullet that nobody can read.
std::size_t text_begin(std::string_view body, const Line& line) {
  const ItemStart start = item_start(line.of(body));
  if (!start.unreadable) return line.begin + heading_sign_size(line.of(body));
  std::size_t begin = line.begin + start.size;
  while (begin < line.end && space_size(body, begin) != 0) begin += space_size(body, begin);
  return begin;
}

}  // namespace

MappedText unwrapped(std::string_view body, const SourceMap& map, std::span<const Line> lines,
                     const WordEvidence& evidence) {
  MappedText out;
  Joining joining(body, map, out);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].of(body);
    const bool last = i + 1 == lines.size();
    const Joint joint = last ? Joint::nothing : joint_of(line, lines[i + 1].of(body), evidence);
    const std::size_t dropped = joint == Joint::drop_hyphen ? final_hyphen_size(line) : 0;
    joining.append_words(i == 0 ? text_begin(body, lines[i]) : lines[i].begin,
                         lines[i].end - dropped);
    if (joint == Joint::space) joining.append_space(lines[i].end, lines[i + 1].begin);
  }
  return out;
}

void append_part(MappedText& text, const MappedText& part, std::size_t begin, std::size_t end) {
  text.text += std::string_view(part.text).substr(begin, end - begin);
  text.map.append_from(part.map, size32(begin), size32(end));
}

void append_line_end(MappedText& text, SourceSpan source) {
  text.text += '\n';
  text.map.append(1, source.begin, source.end - source.begin);
}

}  // namespace furat::indexer
