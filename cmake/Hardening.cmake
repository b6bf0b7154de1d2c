# furat_hardening: what makes a mistake with memory end a program instead of serving who made it happen. The programs read
# archives and requests of strangers. Private to our targets, like the warnings; tests/install/check_hardening.py reads in the
# built files whether it is there.
# Release builds only: _FORTIFY_SOURCE needs an optimiser, and the sanitizers see more than it does. As part of another
# project that project decides.
include(CheckCXXCompilerFlag)
include(CheckPIESupported)

option(FURAT_HARDEN "Harden release builds" ${PROJECT_IS_TOP_LEVEL})
add_library(furat_hardening INTERFACE)

if(FURAT_HARDEN AND NOT FURAT_SANITIZE)
  check_pie_supported(LANGUAGES CXX)
  # Compilers of some distributions define a lower level themselves.
  set(furat_hardening_flags -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong)
  # What a processor family has: shadow stacks and branch targets of x86, signed returns of ARM.
  foreach(flag -fstack-clash-protection -fcf-protection=full -mbranch-protection=standard)
    string(MAKE_C_IDENTIFIER "furat_has${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      list(APPEND furat_hardening_flags ${flag})
    endif()
  endforeach()
  target_compile_options(furat_hardening INTERFACE "$<${furat_released}:${furat_hardening_flags}>")
  target_link_options(furat_hardening INTERFACE
    "$<${furat_released}:LINKER:-z,relro,-z,now;LINKER:-z,noexecstack>")
endif()
