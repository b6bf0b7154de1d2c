#include "index/metadata.hpp"

namespace furat::index {

void replace_entries(Xapian::WritableDatabase& database, const std::vector<std::string>& standing,
                     Metadata entries) {
  for (const auto& key : standing) {
    const auto wanted = entries.find(key);
    if (wanted == entries.end())
      database.set_metadata(key, "");
    else if (wanted->second == database.get_metadata(key))
      entries.erase(wanted);
  }
  for (const auto& [key, bytes] : entries) database.set_metadata(key, bytes);
}

}  // namespace furat::index
