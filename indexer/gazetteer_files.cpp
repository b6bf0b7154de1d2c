#include "indexer/gazetteer_files.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "analysis/places/geonames.hpp"

namespace furat::indexer {
namespace {

namespace fs = std::filesystem;
using analysis::GazetteerRow;

constexpr std::size_t kMostProblems = 10;

[[noreturn]] void fail(const fs::path& file, const std::string& why) {
  throw std::runtime_error(file.string() + ": " + why);
}

std::ifstream opened(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::error_code error;
  if (!stream || !fs::is_regular_file(file, error)) fail(file, "cannot be read as a file");
  return stream;
}

/// Refuses what is no dump, such as a table in CSV or the packed SY.zip, before any of it is used:
/// among the lines of its beginning at least one must be a dump's.
void check_beginning(const fs::path& file) {
  constexpr std::size_t kBeginning = 256 * 1024;  // lines of a dump have at most some 20 KiB
  auto stream = opened(file);
  std::string beginning(kBeginning, '\0');
  stream.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  if (stream.bad()) fail(file, "cannot be read");
  beginning.resize(static_cast<std::size_t>(stream.gcount()));
  std::istringstream lines(beginning);
  std::vector<GazetteerRow> rows;
  std::string first_fault;
  const auto sound = read_geonames(lines, rows, [&](std::size_t line, const std::string& fault) {
    if (first_fault.empty()) first_fault = "line " + std::to_string(line) + " " + fault;
  });
  if (sound > 0) return;
  fail(file, "is no GeoNames dump: " + (first_fault.empty() ? "it has no rows" : first_fault));
}

void read_dump(const fs::path& file, std::vector<GazetteerRow>& rows, const ProblemSink& problem) {
  check_beginning(file);
  auto stream = opened(file);
  std::size_t faults = 0;
  (void)read_geonames(stream, rows, [&](std::size_t line, const std::string& fault) {
    if (++faults <= kMostProblems)
      problem({true, file.string() + ":" + std::to_string(line), "The line " + fault + "."});
  });
  if (stream.bad()) fail(file, "cannot be read");
  if (faults > kMostProblems)
    problem({true, file.string(),
             std::to_string(faults - kMostProblems) + " more lines could not be read."});
}

}  // namespace

std::vector<std::uint32_t> with_gazetteer_files(const analysis::GazetteerImage& world,
                                                std::span<const fs::path> dumps,
                                                const ProblemSink& problem) {
  auto rows = world.rows();
  for (const auto& dump : dumps) read_dump(dump, rows, problem);
  return analysis::compile_gazetteer(std::move(rows));
}

}  // namespace furat::indexer
