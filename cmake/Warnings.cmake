# Warnings are a private interface target: they bind our own code and nobody who links us.
add_library(furat_warnings INTERFACE)
target_compile_options(furat_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)
# Clang warns of locals with the names of what another source of the same unity file keeps to itself; presets that compile
# each source alone tell of the shadows that are.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(furat_warnings INTERFACE -Wno-shadow)
endif()
# GCC 12 sees overlapping copies in every `"x" + std::string` (GCC bug 105651, fixed in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(furat_warnings INTERFACE -Wno-restrict)
endif()
