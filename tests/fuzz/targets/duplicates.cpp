// Any bytes as the fingerprints of an archive: of articles or, with an odd first byte, of passages.
#include "index/duplicate_clusters.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace furat;
  using namespace furat::fuzz;
  FuzzInput input(data, size);
  const auto& format =
      input.choice(2) == 0 ? index::kArticleFingerprint : index::kPassageFingerprint;
  const auto bytes = input.rest();
  const auto clusters = index::duplicate_clusters(bytes, format);
  require(clusters.size() == bytes.size() / format.size(), "each unit has a cluster");
  for (std::size_t unit = 0; unit < clusters.size(); ++unit) {
    require(clusters[unit] <= unit, "a cluster is called by its first unit");
    require(clusters[clusters[unit]] == clusters[unit], "the first unit is in its cluster");
  }
  if (clusters.size() < 2) return 0;
  const auto a = bytes.substr(0, format.size());
  const auto b = bytes.substr(format.size(), format.size());
  require(index::likeness(a, b, format) == index::likeness(b, a, format),
          "likeness has no direction");
  return 0;
}
