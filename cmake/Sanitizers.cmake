# FURAT_SANITIZE=address;undefined or thread: set by the presets, applied to every target of ours.
set(FURAT_SANITIZE "" CACHE STRING "Sanitizers, e.g. address;undefined")
add_library(furat_sanitizers INTERFACE)
if(FURAT_SANITIZE)
  list(JOIN FURAT_SANITIZE "," furat_sanitize_list)
  target_compile_options(furat_sanitizers INTERFACE
    -fsanitize=${furat_sanitize_list} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  # GCC 12 sees optionals read that are not, once their reads are watched.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND FURAT_SANITIZE MATCHES thread)
    target_compile_options(furat_sanitizers INTERFACE -Wno-maybe-uninitialized)
  endif()
  target_link_options(furat_sanitizers INTERFACE -fsanitize=${furat_sanitize_list})
endif()
