# How all is compiled that we ship, and how our checks ask for it.
add_library(furat_shipped INTERFACE)
target_link_libraries(furat_shipped INTERFACE
  furat_warnings furat_sanitizers furat_hardening furat_reproducible furat_coverage)

# furat_library(<name> SOURCES ... [APART ...] LINK ... PRIVATE_LINK ...)
# The code of one folder as an archive for our own programs and tests, linked through its furat:: alias.
# Compiled once, with nothing exported but what furat/export.hpp marks: cmake/FuratPublicLibrary.cmake
# makes the libraries that are installed of the same objects.
# Where CMAKE_UNITY_BUILD says so (CMakePresets.json), the sources of one folder are compiled as one. Those
# behind APART are not: a private name of theirs is also that of another file of the folder, or they need a
# library (toml++) that those who need only the rest of the folder shall not.
function(furat_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;APART;LINK;PRIVATE_LINK" ${ARGN})
  add_library(furat_${name} STATIC ${arg_SOURCES} ${arg_APART})
  add_library(furat::${name} ALIAS furat_${name})
  target_compile_features(furat_${name} PUBLIC cxx_std_20)
  target_include_directories(furat_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  if(IS_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/include)
    target_include_directories(furat_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include)
  endif()
  target_link_libraries(furat_${name}
    PUBLIC ${arg_LINK}
    PRIVATE ${arg_PRIVATE_LINK} furat_shipped)
  set_target_properties(furat_${name} PROPERTIES
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    UNITY_BUILD_MODE GROUP)
  foreach(source IN LISTS arg_SOURCES)
    get_filename_component(folder ${source} DIRECTORY)
    string(MAKE_C_IDENTIFIER "${name}/${folder}" group)
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
endfunction()

# What a command line costs to run is nothing beside a search or a build of an index, but it is slow to compile.
add_library(furat_command_line INTERFACE)
target_compile_options(furat_command_line INTERFACE $<$<CONFIG:Release>:-O1>)

# furat_program_settings(<program>): what all programs that we ship have in common.
function(furat_program_settings program)
  target_link_libraries(${program} PRIVATE furat_command_line furat_shipped)
  set_target_properties(${program} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

# furat_program(<name> SOURCES ... LINK ...)
function(furat_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  furat_program_settings(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINK})
  if(FURAT_INSTALL)
    install(TARGETS ${name} RUNTIME COMPONENT programs)
  endif()
endfunction()
