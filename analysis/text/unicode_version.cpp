#include "analysis/text/unicode_version.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <array>

namespace furat::analysis {
namespace {

std::string written(const UVersionInfo version) {
  std::array<char, U_MAX_VERSION_STRING_LENGTH> text{};
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace

std::string unicode_version_text() {
  UVersionInfo icu;
  u_getVersion(icu);
  UVersionInfo unicode;
  u_getUnicodeVersion(unicode);
  return "ICU " + written(icu) + "\nUnicode " + written(unicode);
}

}  // namespace furat::analysis
