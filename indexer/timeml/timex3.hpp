// The TIMEX3 tags of one article: date mentions with the identifiers, references and values that
// TimeML 1.2.1 asks for. docs/timeml.md says what is done and why.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/dates/date_mention.hpp"
#include "analysis/text/byte_span.hpp"

namespace furat::indexer {

/// Number of a tag: 3 is written "t3". 0 is the day of publication.
using Tid = std::uint32_t;

struct Timex3 {
  Tid tid = 0;
  analysis::ByteSpan span;  ///< of the passage; begin == end: the tag is empty
  analysis::TimexType type = analysis::TimexType::date;
  std::string value;
  std::string_view mod = {};    ///< as in DateMention
  std::string_view quant = {};  ///< of a set: EVERY, EACH
  bool temporal_function = false;
  std::optional<Tid> anchor = {}, begin_point = {}, end_point = {};
};

/// Our value as TIMEX3 has it: "XXXX-02-09" for "--02-09", others as they are.
[[nodiscard]] std::string timex3_value(std::string_view value);

/// Numbers the tags of one article, passage by passage.
class Timex3Series {
 public:
  explicit Timex3Series(std::optional<std::chrono::sys_days> published);

  /// The tags of the next passage in the order of its text. `mentions` ascend and do not overlap;
  /// one that does not lie in the text behind the one before is left out.
  [[nodiscard]] std::vector<Timex3> of_passage(std::string_view text,
                                               std::span<const analysis::DateMention> mentions);

 private:
  [[nodiscard]] Timex3 consuming(std::string_view text, const analysis::DateMention& mention);
  [[nodiscard]] Timex3 empty_behind(const Timex3& tag, analysis::TimexType type, std::string value);
  void append_ends(std::vector<Timex3>& tags, const analysis::DateMention& mention);
  void append_length(std::vector<Timex3>& tags, std::size_t first, std::size_t last,
                     std::string value);
  void join_to_publication(Timex3& tag, const analysis::DateMention& mention) const;
  [[nodiscard]] std::optional<Tid> tag_of_day(const std::string& day) const;
  void remember(const Timex3& tag, const analysis::DateMention& mention);

  std::string published_;  ///< ISO day, empty if unknown
  Tid last_ = 0;
  std::map<std::string, Tid> days_;    ///< the latest tag of each day
  std::map<std::string, Tid> begins_;  ///< and the latest coarser one that begins on it
};

}  // namespace furat::indexer
