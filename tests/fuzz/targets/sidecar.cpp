// Any bytes as a sidecar; the first byte chooses its format.
#include <stdexcept>

#include "indexer/metadata/sidecar_formats.hpp"
#include "tests/fuzz/invariants.hpp"

namespace {

using namespace furat;
using namespace furat::fuzz;
using namespace furat::indexer;

void check_entry(const SidecarEntry& entry) {
  for (const auto* value : {&entry.title, &entry.source, &entry.url, &entry.author})
    require_clean(*value, "");
}

void check_problems(const std::vector<std::string>& problems) {
  for (const auto& problem : problems) require_clean(problem, "");
}

void check_sidecar(const Sidecar& sidecar) {
  for (const auto& [file, entry] : sidecar.entries) {
    require(!file.empty(), "an entry is for a file");
    check_entry(entry);
  }
  check_problems(sidecar.problems);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzInput input(data, size);
  const auto format = input.choice(4);
  try {
    if (format == 0) check_sidecar(read_toml_sidecar("metadata.toml", input.rest()));
    if (format == 1) check_sidecar(read_tsv_sidecar("metadata.tsv", input.rest()));
    if (format == 2) check_sidecar(read_csv_sidecar("metadata.csv", input.rest()));
    if (format == 3) {
      const auto own = read_toml_article_sidecar("a.meta.toml", input.rest());
      check_entry(own.entry);
      check_problems(own.problems);
    }
  } catch (const std::runtime_error& error) {
    require_clean(error.what(), "");
  }
  return 0;
}
