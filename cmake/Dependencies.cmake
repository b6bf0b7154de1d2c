# Every third-party library the project uses, as a target.

find_package(ICU 66 REQUIRED COMPONENTS uc i18n)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(LibXml2 2.9 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(YAML_CPP REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip>=1.5)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle>=3.4)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(poppler_cpp REQUIRED IMPORTED_TARGET poppler-cpp>=0.89)
if(FURAT_BUILD_PROGRAMS)
  find_package(CLI11 REQUIRED)
  pkg_check_modules(CPP_HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib>=0.11)
endif()

# Xapian's own package file (1.4) defines variables only, no imported target.
find_package(Xapian 1.4 REQUIRED NO_MODULE)
add_library(furat_xapian INTERFACE)
target_include_directories(furat_xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(furat_xapian INTERFACE ${XAPIAN_LIBRARIES})

# Catch2 2 (Debian 12) and 3 (Debian 13, Ubuntu 24.04) have other headers and other targets;
# tests/support/catch.hpp hides the first difference, furat_catch the second.
if(FURAT_BUILD_TESTS)
  find_package(Catch2 REQUIRED)
  add_library(furat_catch INTERFACE)
  target_link_libraries(furat_catch INTERFACE Catch2::Catch2WithMain)
  list(APPEND CMAKE_MODULE_PATH ${Catch2_DIR})
  include(Catch)
endif()
