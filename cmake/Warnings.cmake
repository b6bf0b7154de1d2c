# Warnings are a private interface target: they bind our own code and nobody who links us.
add_library(furat_warnings INTERFACE)
target_compile_options(furat_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror)
