# furat_reproducible: release builds of one source are equal byte by byte, wherever they are built: no path of this machine and
# no time comes into a file. scripts/check-reproducible compares two builds. Debug builds keep their paths, for debuggers.
add_library(furat_reproducible INTERFACE)
# The later one wins where both match.
target_compile_options(furat_reproducible INTERFACE
  "$<${furat_released}:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.;-ffile-prefix-map=${PROJECT_BINARY_DIR}=build>")

# Archives without times and owners, also where binutils are built to keep them (D).
if(PROJECT_IS_TOP_LEVEL)
  set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcD <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_CXX_ARCHIVE_APPEND "<CMAKE_AR> qD <TARGET> <LINK_FLAGS> <OBJECTS>")
  set(CMAKE_CXX_ARCHIVE_FINISH "<CMAKE_RANLIB> -D <TARGET>")
endif()
