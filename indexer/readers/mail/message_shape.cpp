#include "indexer/readers/mail/message_shape.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

constexpr std::size_t kLongestBoundary = 200;  // RFC 2046 allows 70

std::size_t find_ignoring_case(std::string_view text, std::string_view lower_word) {
  const auto found = std::search(text.begin(), text.end(), lower_word.begin(), lower_word.end(),
                                 [](char a, char b) { return analysis::lower_ascii(a) == b; });
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

/// The value of a boundary parameter in a line of a header, empty if there is none.
std::string_view boundary_in(std::string_view line) {
  constexpr std::string_view kName = "boundary=";
  const std::size_t at = find_ignoring_case(line, kName);
  if (at == std::string_view::npos) return {};
  std::string_view value = line.substr(at + kName.size());
  if (value.starts_with('"')) {
    value.remove_prefix(1);
    return value.substr(0, value.find('"'));
  }
  return value.substr(0, value.find_first_of("; \t"));
}

bool is_address_field(std::string_view line) {
  constexpr std::array<std::string_view, 7> kNames = {"from",     "to",     "cc",     "bcc",
                                                      "reply-to", "sender", "resent-"};
  return std::any_of(kNames.begin(), kNames.end(), [line](std::string_view name) {
    return find_ignoring_case(line.substr(0, name.size()), name) == 0;
  });
}

class ShapeCounting {
 public:
  void add_line(std::string_view line, std::size_t size) {
    count_groups(line);
    if (line.starts_with("--")) ++dashed_;
    if (in_header_)
      add_header_line(line, size);
    else if (line.starts_with("--"))
      add_delimiter(line.substr(2));
  }

  MessageShape shape() const {
    MessageShape shape = shape_;
    if (any_boundary_) shape.parts = std::max(shape.parts, dashed_);
    return shape;
  }

 private:
  /// Whether a line stands in a header only a parser knows for sure: here every line counts.
  void count_groups(std::string_view line) {
    const bool continued = line.starts_with(' ') || line.starts_with('\t');
    if (!continued) {
      in_addresses_ = is_address_field(line);
      groups_ = 0;
    }
    if (!in_addresses_) return;
    groups_ += static_cast<std::size_t>(std::count(line.begin(), line.end(), ':'));
    shape_.most_groups = std::max(shape_.most_groups, groups_);
  }

  void add_header_line(std::string_view line, std::size_t size) {
    header_size_ += size;
    shape_.largest_header = std::max(shape_.largest_header, header_size_);
    if (line.empty()) return end_header();
    // A boundary in pieces or in an encoding (RFC 2231): any line may be one.
    if (find_ignoring_case(line, "boundary*") != std::string_view::npos) any_boundary_ = true;
    const std::string_view boundary = boundary_in(line);
    if (!boundary.empty() && boundary.size() <= kLongestBoundary) boundary_ = boundary;
    if (find_ignoring_case(line, "message/") != std::string_view::npos &&
        find_ignoring_case(line, "content-type") == 0)
      message_inside_ = true;
  }

  void end_header() {
    header_size_ = 0;
    if (!boundary_.empty()) {
      depth_of_[boundary_] = depth_ + 1;
      shape_.depth = std::max(shape_.depth, depth_ + 1);
      boundary_.clear();
    }
    in_header_ = message_inside_;
    if (message_inside_) enter(depth_ + 1);
    message_inside_ = false;
  }

  void add_delimiter(std::string_view rest) {
    rest = rest.substr(0, rest.find_last_not_of(" \t") + 1);
    if (rest.size() > kLongestBoundary + 2) return;
    if (const auto found = depth_of_.find(std::string(rest)); found != depth_of_.end()) {
      enter(found->second);
      ++shape_.parts;
      in_header_ = true;
    } else if (rest.ends_with("--")) {
      const auto closed = depth_of_.find(std::string(rest.substr(0, rest.size() - 2)));
      if (closed != depth_of_.end()) depth_ = closed->second - 1;
    }
  }

  void enter(std::size_t depth) {
    depth_ = depth;
    shape_.depth = std::max(shape_.depth, depth);
  }

  MessageShape shape_;
  std::size_t dashed_ = 0;  // lines that begin as delimiters do
  bool any_boundary_ = false;
  bool in_addresses_ = false;
  std::size_t groups_ = 0;
  bool in_header_ = true;
  bool message_inside_ = false;  // the part whose header is read is a message
  std::size_t header_size_ = 0;
  std::size_t depth_ = 0;
  std::string boundary_;  // that the header states
  std::unordered_map<std::string, std::size_t> depth_of_;
};

}  // namespace

MessageShape message_shape(std::string_view message) {
  ShapeCounting counting;
  for (std::size_t begin = 0; begin < message.size();) {
    const std::size_t end = std::min(message.find('\n', begin), message.size());
    std::string_view line = message.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    counting.add_line(line, end + 1 - begin);
    begin = end + 1;
  }
  return counting.shape();
}

}  // namespace furat::indexer
