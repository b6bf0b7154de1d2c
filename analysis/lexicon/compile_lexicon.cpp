// furat-compile-lexicon FOLDER LEXICON NAMES: the TOML files of FOLDER to the bytes that are built
// into the programs, rows and the trie of the places' names. Run by the build, never by users.
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "analysis/lexicon/lexicon_image.hpp"
#include "analysis/places/place_names.hpp"

namespace {

void write(const char* path, const char* bytes, std::size_t size) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes, static_cast<std::streamsize>(size));
  if (!out.flush()) throw std::runtime_error(std::string(path) + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    const auto lexicon = furat::analysis::read_lexicon(argv[1]);
    const auto bytes = pack(lexicon);
    write(argv[2], bytes.data(), bytes.size());
    const auto names = furat::analysis::names_of_places(lexicon.places).build();
    write(argv[3], reinterpret_cast<const char*>(names.data()), names.size() * sizeof names[0]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
