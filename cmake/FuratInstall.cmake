# What `cmake --install` puts in place, by component: programs, runtime (shared libraries), development
# (headers, CMake and pkg-config files) and static (archives). Nothing of it holds a path of this build,
# so that the tree may be moved.
include(CMakePackageConfigHelpers)

set(furat_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Furat)
set(furat_pc_folder ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

# What who links the archives needs besides, by the names of pkg-config.
set(furat_core_requires "xapian-core>=1.4" icu-uc "nettle>=3.4" tomlplusplus)
set(furat_indexer_requires
  icu-i18n libxml-2.0 gmime-3.0 md4c yaml-cpp "libzip>=1.5" "poppler-cpp>=0.89" fmt)

function(furat_install_libraries)
  target_link_libraries(furat_core_static INTERFACE
    $<INSTALL_INTERFACE:PkgConfig::FURAT_CORE_NEEDS> $<INSTALL_INTERFACE:Threads::Threads>)
  target_link_libraries(furat_indexer_static INTERFACE
    $<INSTALL_INTERFACE:PkgConfig::FURAT_INDEXER_NEEDS>)
  install(TARGETS furat_searcher_shared furat_indexer_shared EXPORT FuratSharedTargets
    LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(TARGETS furat_core_static furat_searcher_static furat_indexer_static
    EXPORT FuratStaticTargets
    ARCHIVE COMPONENT static
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  foreach(folder index indexer searcher)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder}/include/
      TYPE INCLUDE COMPONENT development FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp")
  endforeach()
endfunction()

function(furat_install_cmake_package)
  list(JOIN furat_core_requires " " FURAT_CORE_REQUIRES)
  list(JOIN furat_indexer_requires " " FURAT_INDEXER_REQUIRES)
  configure_package_config_file(
    ${PROJECT_SOURCE_DIR}/cmake/FuratConfig.cmake.in ${PROJECT_BINARY_DIR}/FuratConfig.cmake
    INSTALL_DESTINATION ${furat_package_folder}
    NO_SET_AND_CHECK_MACRO)
  set(compatibility SameMajorVersion)
  if(PROJECT_VERSION_MAJOR EQUAL 0)
    set(compatibility SameMinorVersion)
  endif()
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/FuratConfigVersion.cmake
    COMPATIBILITY ${compatibility})
  install(FILES
    ${PROJECT_BINARY_DIR}/FuratConfig.cmake ${PROJECT_BINARY_DIR}/FuratConfigVersion.cmake
    DESTINATION ${furat_package_folder} COMPONENT development)
  install(EXPORT FuratSharedTargets NAMESPACE furat::
    DESTINATION ${furat_package_folder} COMPONENT development)
  install(EXPORT FuratStaticTargets NAMESPACE furat::
    DESTINATION ${furat_package_folder} COMPONENT static)
endfunction()

# furat_install_pc(<file> <library> <description> <needed package>...)
# What the archives need is named by library, not by package (Requires.private): who links the shared
# libraries would have to have those packages, and who links the archives all that they could ever need.
function(furat_install_pc name library description)
  file(RELATIVE_PATH FURAT_PREFIX_FROM_PC
    ${CMAKE_INSTALL_PREFIX}/${furat_pc_folder} ${CMAKE_INSTALL_PREFIX})
  set(PC_NAME ${name})
  set(PC_LIBRARY ${library})
  set(PC_DESCRIPTION ${description})
  string(MAKE_C_IDENTIFIER pc_${name} needs)
  pkg_check_modules(${needs} REQUIRED QUIET ${ARGN})
  list(JOIN ${needs}_LDFLAGS " " PC_NEEDS)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/furat.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc
    DESTINATION ${furat_pc_folder} COMPONENT development)
endfunction()

furat_install_libraries()
furat_install_cmake_package()
furat_install_pc(furat searcher "searches archives of articles" ${furat_core_requires})
furat_install_pc(furat-indexer indexer "makes the indexes that furat searches"
  ${furat_core_requires} ${furat_indexer_requires})
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE
  TYPE DOC COMPONENT development)
