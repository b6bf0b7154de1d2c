// Feeds files to the fuzz targets without libFuzzer, in any build: what lies in FOLDER/TARGET/ goes
// to TARGET. usage: fuzz_replay FOLDER...
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using Target = int (*)(const std::uint8_t* data, std::size_t size);

#define FURAT_FUZZ_TARGET(name) \
  extern "C" int furat_fuzz_##name(const std::uint8_t* data, std::size_t size);
#include "fuzz_targets.inc"
#undef FURAT_FUZZ_TARGET

namespace {

namespace fs = std::filesystem;

struct NamedTarget {
  std::string_view name;
  Target run;
};

#define FURAT_FUZZ_TARGET(name) NamedTarget{#name, furat_fuzz_##name},
constexpr std::array kTargets{
#include "fuzz_targets.inc"
};
#undef FURAT_FUZZ_TARGET

Target target_named(const std::string& name) {
  for (const auto& target : kTargets)
    if (target.name == name) return target.run;
  return nullptr;
}

void replay(Target run, const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::vector<char> bytes(std::istreambuf_iterator<char>(in), {});
  // Said before, and at once: an input that ends the process must be known.
  std::cout << file.string() << std::endl;
  (void)run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// How many files were run; none: the folder is not what it should be.
std::size_t replay_folder(const fs::path& folder) {
  std::size_t files = 0;
  const std::set<fs::path> of_targets{fs::directory_iterator(folder), {}};
  for (const auto& of_target : of_targets) {
    const auto run = target_named(of_target.filename().string());
    if (run == nullptr) throw std::runtime_error(of_target.string() + " is named after no target");
    for (const auto& file : std::set<fs::path>{fs::directory_iterator(of_target), {}}) {
      replay(run, file);
      ++files;
    }
  }
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    for (const std::string& folder : std::vector<std::string>(argv + 1, argv + argc))
      if (replay_folder(folder) == 0) throw std::runtime_error(folder + " holds no inputs");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
