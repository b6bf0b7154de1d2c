#include "analysis/places/world_gazetteer.hpp"

// The assembler takes the image in as it is; as a C++ array it would cost the compiler gigabytes.
__asm__(
    ".section .rodata\n"
    ".balign 64\n"
    ".global furat_world_gazetteer_begin\n"
    ".hidden furat_world_gazetteer_begin\n"
    "furat_world_gazetteer_begin:\n"
    ".incbin \"" FURAT_GAZETTEER_IMAGE
    "\"\n"
    ".global furat_world_gazetteer_end\n"
    ".hidden furat_world_gazetteer_end\n"
    "furat_world_gazetteer_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
extern const std::uint32_t furat_world_gazetteer_begin[];
extern const std::uint32_t furat_world_gazetteer_end[];
}

namespace furat::analysis {

GazetteerImage world_gazetteer() {
  // The build has made the image with this code: it cannot be another version.
  return GazetteerImage::view({furat_world_gazetteer_begin, furat_world_gazetteer_end}).value();
}

}  // namespace furat::analysis
