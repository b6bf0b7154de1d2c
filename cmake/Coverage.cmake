# FURAT_COVERAGE: our targets count the lines that they run, for scripts/coverage.
option(FURAT_COVERAGE "Count the lines that run" OFF)
add_library(furat_coverage INTERFACE)
if(FURAT_COVERAGE)
  # Counted atomically: searches run on many threads, and a lost count of a line that ran once shows it as never run.
  target_compile_options(furat_coverage INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(furat_coverage INTERFACE --coverage)
endif()
