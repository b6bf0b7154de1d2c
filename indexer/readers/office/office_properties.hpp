// What an office document says about itself.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace furat::indexer::office {

struct OfficeProperties {
  std::string title;
  std::string author;
  std::optional<std::chrono::sys_days> published;
};

/// Adds what one part says: docProps/core.xml and docProps/custom.xml of a DOCX, meta.xml of an
/// ODT. The days on which a file was made, changed or printed are not when it was published; only a
/// property of the user's that is named so counts. What cannot be read says nothing.
void add_properties(std::string_view xml, OfficeProperties& properties);

}  // namespace furat::indexer::office
