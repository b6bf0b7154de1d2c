#include "indexer/readers/csv_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/text/ascii.hpp"

namespace furat::indexer {
namespace {

using analysis::lower_ascii;

std::string header_name(std::string_view value) {
  constexpr std::string_view kSpace = " \t\n";
  const std::size_t begin = std::min(value.find_first_not_of(kSpace), value.size());
  value.remove_prefix(begin);
  value = value.substr(0, value.find_last_not_of(kSpace) + 1);
  return lower_ascii(value);
}

CsvHeader header_by(char delimiter, std::string_view text,
                    const std::function<bool(std::string_view)>& is_known) {
  CsvHeader header{delimiter, {}, 0};
  CsvRecord record;
  CsvRecords records(text, delimiter);
  if (!records.next(record) || !record.fault.empty()) return header;
  for (const CsvField& field : record.fields) {
    header.names.push_back(header_name(csv_value(text, field)));
    if (is_known(header.names.back())) ++header.known;
  }
  return header;
}

}  // namespace

bool CsvRecords::next(CsvRecord& record) {
  if (at_ >= text_.size()) return false;
  record.fields.clear();
  record.fault.clear();
  record.line = line_;
  while (read_field(record) == After::field) {
  }
  return true;
}

CsvRecords::After CsvRecords::read_field(CsvRecord& record) {
  const std::size_t first = text_.find_first_not_of(' ', at_);
  if (first != std::string_view::npos && text_[first] == '"') return read_quoted(first + 1, record);
  const std::array<char, 2> ends{delimiter_, '\n'};
  const std::size_t end =
      std::min(text_.find_first_of(std::string_view(ends.data(), 2), at_), text_.size());
  record.fields.push_back({at_, end, false});
  return end_field(end);
}

CsvRecords::After CsvRecords::read_quoted(std::size_t open, CsvRecord& record) {
  std::size_t close = open;
  while (true) {
    close = text_.find('"', close);
    if (close == std::string_view::npos) {
      record.fault = fmt::format("A quote opens in line {} and is not closed.", line_);
      return go_on_behind(open);
    }
    if (close + 1 == text_.size() || text_[close + 1] != '"') break;
    close += 2;
  }
  return read_quoted_to(close, open, record);
}

CsvRecords::After CsvRecords::read_quoted_to(std::size_t close, std::size_t open,
                                             CsvRecord& record) {
  const std::size_t past = std::min(text_.find_first_not_of(' ', close + 1), text_.size());
  if (past < text_.size() && text_[past] != delimiter_ && text_[past] != '\n') {
    record.fault =
        fmt::format("A quote opens in line {} and is not closed at the end of its field.", line_);
    return go_on_behind(open);
  }
  record.fields.push_back({open, close, true});
  line_ += static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(open),
                                               text_.begin() + static_cast<std::ptrdiff_t>(close),
                                               '\n'));
  return end_field(past);
}

CsvRecords::After CsvRecords::end_field(std::size_t end) {
  at_ = std::min(end + 1, text_.size());
  if (end < text_.size() && text_[end] == delimiter_) return After::field;
  ++line_;
  return After::record;
}

// What was read in vain is not read in vain again: from the quote that failed to where it did, all
// other quotes stand in pairs, and a pair at the begin of a field closes at once.
CsvRecords::After CsvRecords::go_on_behind(std::size_t open) {
  (void)end_field(std::min(text_.find('\n', open), text_.size()));
  return After::fault;
}

std::string csv_value(std::string_view text, const CsvField& field) {
  std::string value;
  for (std::size_t i = field.begin; i < field.end; ++i) {
    value += text[i];
    if (field.quoted && text[i] == '"') ++i;
  }
  return value;
}

CsvHeader csv_header(std::string_view text, const std::function<bool(std::string_view)>& is_known) {
  CsvHeader best = header_by(',', text, is_known);
  for (const char delimiter : {';', '\t'}) {
    CsvHeader header = header_by(delimiter, text, is_known);
    if (header.known > best.known) best = std::move(header);
  }
  return best;
}

}  // namespace furat::indexer
