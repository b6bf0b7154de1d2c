// The lexicon as the build has compiled it, in the program's read-only data.
#include "analysis/lexicon/lexicon.hpp"
#include "analysis/lexicon/lexicon_image.hpp"

// The assembler takes the files in as they are, see world_gazetteer.cpp.
__asm__(
    ".section .rodata\n"
    ".balign 64\n"
    ".global furat_lexicon_begin\n"
    ".hidden furat_lexicon_begin\n"
    "furat_lexicon_begin:\n"
    ".incbin \"" FURAT_LEXICON_IMAGE
    "\"\n"
    ".global furat_lexicon_end\n"
    ".hidden furat_lexicon_end\n"
    "furat_lexicon_end:\n"
    ".balign 64\n"
    ".global furat_place_names_begin\n"
    ".hidden furat_place_names_begin\n"
    "furat_place_names_begin:\n"
    ".incbin \"" FURAT_PLACE_NAMES_IMAGE
    "\"\n"
    ".global furat_place_names_end\n"
    ".hidden furat_place_names_end\n"
    "furat_place_names_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
extern const char furat_lexicon_begin[];
extern const char furat_lexicon_end[];
extern const std::uint32_t furat_place_names_begin[];
extern const std::uint32_t furat_place_names_end[];
}

namespace furat::analysis {

Lexicon built_in_lexicon() {
  // The build has made the bytes with this code: they cannot be of another version.
  auto lexicon = unpack_lexicon({furat_lexicon_begin, furat_lexicon_end}).value();
  lexicon.place_names = {furat_place_names_begin, furat_place_names_end};
  return lexicon;
}

}  // namespace furat::analysis
