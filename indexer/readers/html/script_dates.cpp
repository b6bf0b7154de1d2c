#include "indexer/readers/html/script_dates.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "analysis/text/ascii.hpp"
#include "indexer/metadata/written_date.hpp"
#include "indexer/readers/html/meta_dates.hpp"

namespace furat::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kLongestKey = 32;
constexpr std::size_t kLongestDate = 48;

bool is_key_character(char c) { return analysis::is_ascii_letter(c) || c == '_' || c == '-'; }

/// Lower case without "_" and "-".
std::string plain_key(std::string_view key) {
  std::string plain;
  for (const char c : key) {
    if (c != '_' && c != '-') plain += analysis::lower_ascii(c);
  }
  return plain;
}

bool is_publication_key(std::string_view key) {
  constexpr std::array kKeys{"datepublished"sv,      "publishdate"sv,     "publisheddate"sv,
                             "publishedat"sv,        "publicationdate"sv, "pubdate"sv,
                             "articlepublishdate"sv, "datepublication"sv, "firstpublisheddate"sv,
                             "publishedtime"sv,      "publishtime"sv,     "publicationtime"sv,
                             "firstpublished"sv,     "publishedon"sv,     "articlepublished"sv};
  const std::string plain = plain_key(key);
  return std::find(kKeys.begin(), kKeys.end(), plain) != kKeys.end();
}

/// Finds `key: "day"` in a script by its colons.
class ScriptScan {
 public:
  explicit ScriptScan(std::string_view script) : script_(script) {}

  template <typename Visit>
  void for_each_day(Visit visit) const {
    for (std::size_t colon = script_.find(':'); colon != std::string_view::npos;
         colon = script_.find(':', colon + 1)) {
      if (!is_publication_key(key_before(colon))) continue;
      if (const auto day = day_behind(colon + 1)) visit(*day);
    }
  }

 private:
  /// The name before the colon; its quotes may be escaped, in JSON that is kept in a string.
  std::string_view key_before(std::size_t colon) const {
    std::size_t end = colon;
    const std::size_t least = colon > kLongestKey + 8 ? colon - kLongestKey - 8 : 0;
    while (end > least && (is_blank(script_[end - 1]) || is_quote(script_[end - 1]))) --end;
    std::size_t begin = end;
    while (begin > least && is_key_character(script_[begin - 1])) --begin;
    return script_.substr(begin, end - begin);
  }

  std::optional<std::chrono::sys_days> day_behind(std::size_t at) const {
    const std::string_view value = script_.substr(at, kLongestDate + 8);
    std::size_t begin = 0;
    while (begin < value.size() && (is_blank(value[begin]) || is_quote(value[begin]))) ++begin;
    if (begin == 0 || !is_quote(value[begin - 1])) return std::nullopt;
    const std::string_view text = value.substr(begin);
    const auto day =
        parse_written_date(text.substr(0, text.find_first_of("\"'\\")), DayMonthOrder::unknown);
    return day && is_plausible_day(*day) ? day : std::nullopt;
  }

  static bool is_blank(char c) { return kSpace.find(c) != std::string_view::npos; }
  static bool is_quote(char c) { return c == '"' || c == '\'' || c == '\\'; }

  std::string_view script_;
};

}  // namespace

std::optional<std::chrono::sys_days> day_in_scripts(const HtmlTree& tree) {
  std::optional<std::chrono::sys_days> found;
  bool several = false;
  for (NodeId id = 0; id < tree.nodes().size() && !several; ++id) {
    if (tree.node(id).tag != "script" || id + 1 >= tree.node(id).past) continue;
    ScriptScan(tree.node(id + 1).text).for_each_day([&](std::chrono::sys_days day) {
      several = several || (found && *found != day);
      found = day;
    });
  }
  return several ? std::nullopt : found;
}

}  // namespace furat::indexer
