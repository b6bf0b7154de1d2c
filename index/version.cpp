#include "furat/version.hpp"

#include <xapian.h>

#include "index/schema.hpp"

namespace furat {

std::string version() {
  return std::to_string(FURAT_VERSION_MAJOR) + "." + std::to_string(FURAT_VERSION_MINOR) + "." +
         std::to_string(FURAT_VERSION_PATCH);
}

std::string version_text() {
  return "furat " + version() + "\nindex schema " + std::to_string(index::kSchemaVersion) +
         "\nXapian " + Xapian::version_string() + "\nLicence GPL-3.0-or-later";
}

}  // namespace furat
