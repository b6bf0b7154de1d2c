// The records of a CSV text after RFC 4180: quoted fields, line ends in fields, and a way on behind
// a quote that is not closed.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace furat::indexer {

/// Bytes [begin, end) of the text. Of a quoted field what stands between its quotes: there a
/// doubled quote stands for one.
struct CsvField {
  std::size_t begin = 0, end = 0;
  bool quoted = false;
};

struct CsvRecord {
  std::vector<CsvField> fields;
  std::size_t line = 1;  ///< in which it begins, from 1
  std::string fault;     ///< a sentence if it cannot be used; the fields before the fault stand

  /// An empty line.
  [[nodiscard]] bool is_blank() const {
    return fields.size() == 1 && !fields[0].quoted && fields[0].begin == fields[0].end;
  }
};

/// Reads one record after the other of a text with \n as line end. Behind a quote that is not
/// closed, or closed in the middle of a field, reading goes on in the line after the one where it
/// opens. Linear time, whatever the quotes.
class CsvRecords {
 public:
  CsvRecords(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// False at the end.
  bool next(CsvRecord& record);

 private:
  enum class After { field, record, fault };

  After read_field(CsvRecord& record);
  After read_quoted(std::size_t open, CsvRecord& record);
  After read_quoted_to(std::size_t close, std::size_t open, CsvRecord& record);
  After end_field(std::size_t end);
  After go_on_behind(std::size_t open);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

/// What a field says: doubled quotes undone.
[[nodiscard]] std::string csv_value(std::string_view text, const CsvField& field);

struct CsvHeader {
  char delimiter = ',';            ///< , ; or tab: the one that makes the most known names
  std::vector<std::string> names;  ///< in lower case, without white space around
  std::size_t known = 0;           ///< how many of them are known
};

/// The first record, read as a header.
[[nodiscard]] CsvHeader csv_header(std::string_view text,
                                   const std::function<bool(std::string_view)>& is_known);

}  // namespace furat::indexer
