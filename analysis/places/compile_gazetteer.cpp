// furat-compile-gazetteer IN.tsv.zst OUT: GeoNames rows to the image that is built into the
// programs. Run by the build, never by users.
#include <zstd.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "analysis/places/gazetteer_image.hpp"
#include "analysis/places/geonames.hpp"

namespace {

std::string contents_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file || bytes.empty()) throw std::runtime_error(std::string(path) + ": cannot be read");
  return bytes;
}

std::string unpacked(const std::string& packed) {
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  constexpr unsigned long long kLargest = 1ULL << 30;
  if (size > kLargest) throw std::runtime_error("is no zstd file that tells its size");
  std::string text(size, '\0');
  const auto done = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
  if (ZSTD_isError(done) != 0 || done != size)
    throw std::runtime_error(std::string("cannot be unpacked: ") + ZSTD_getErrorName(done));
  return text;
}

int compile(const char* from, const char* to) {
  std::istringstream dump(unpacked(contents_of(from)));
  std::vector<furat::analysis::GazetteerRow> rows;
  bool sound = true;
  (void)read_geonames(dump, rows, [&](std::size_t line, const std::string& fault) {
    std::cerr << from << ": line " << line << " " << fault << "\n";
    sound = false;
  });
  if (!sound) return 1;
  const auto image = compile_gazetteer(std::move(rows));
  std::ofstream out(to, std::ios::binary);
  out.write(reinterpret_cast<const char*>(image.data()),
            static_cast<std::streamsize>(image.size() * sizeof image.front()));
  return out.flush() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    return compile(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << argv[1] << ": " << error.what() << "\n";
    return 1;
  }
}
