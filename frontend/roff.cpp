#include "frontend/roff.hpp"

#include <fmt/format.h>

namespace furat::frontend {
namespace {

/// Of the last change to the pages' form: what is in them comes from options and documents.
constexpr std::string_view kManualDate = "2026-11-22";

std::string in_capitals(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

}  // namespace

std::string manual_head(std::string_view name, std::string_view section, std::string_view about) {
  return fmt::format(".TH {} {} {} Furat \"Furat Manual\"\n.nh\n.ad l\n.SH NAME\n{} \\- {}\n",
                     roff_argument(in_capitals(name)), section, kManualDate, roff_text(name),
                     roff_text(about));
}

std::string manual_end() {
  return ".SH SEE ALSO\n.BR furat\\-search (1),\n.BR furat\\-index (1),\n.BR furat\\-query (7),\n"
         ".BR furat\\-config (5)\n";
}

std::string roff_text(std::string_view text) {
  std::string out;
  bool at_start = true;
  for (const char c : text) {
    if (at_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
    at_start = c == '\n';
  }
  return out;
}

std::string roff_argument(std::string_view text) {
  std::string out = "\"";
  for (const char c : roff_text(text)) out += c == '"' ? std::string("\\(dq") : std::string(1, c);
  return out + "\"";
}

}  // namespace furat::frontend
