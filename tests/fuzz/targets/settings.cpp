// Any bytes as a configuration file, of the user or of a project.
#include "frontend/config_file.hpp"
#include "tests/fuzz/file_of_bytes.hpp"
#include "tests/fuzz/fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace furat;
  using namespace furat::fuzz;
  static const FileOfBytes file("config.toml");
  FuzzInput input(data, size);
  const bool project = input.choice(2) == 1;
  file.write(input.rest());
  try {
    for (const auto& [name, setting] : frontend::read_config_file(
             file.path(), project ? frontend::ConfigOwner::project : frontend::ConfigOwner::user)) {
      require(!name.empty() && setting.line > 0, "a setting has a name and a line");
      require(!project || name != "pager", "a project names no program to run");
    }
  } catch (const frontend::SettingError&) {
  }
  return 0;
}
