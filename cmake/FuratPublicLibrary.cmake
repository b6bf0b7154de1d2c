# The libraries for others: furat::searcher and furat::indexer, shared and static, made of the objects
# of our own archives (cmake/FuratLibrary.cmake), so that both kinds cost one compilation.

# What the libraries export is hidden or not in the objects. The script takes out what the compiler marks
# otherwise (instances of standard templates) and gives the symbols the version of the ABI.
set(FURAT_ABI_VERSION ${PROJECT_VERSION_MAJOR})
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(FURAT_ABI_VERSION 0.${PROJECT_VERSION_MINOR})  # before 1.0 a minor version may break
endif()
set(furat_version_script ${PROJECT_BINARY_DIR}/furat.map)
configure_file(${PROJECT_SOURCE_DIR}/cmake/furat.map.in ${furat_version_script} @ONLY)

# furat_list_objects(<variable> <our library>...)
function(furat_list_objects variable)
  list(TRANSFORM ARGN REPLACE "(.+)" "$<TARGET_OBJECTS:furat_\\1>" OUTPUT_VARIABLE objects)
  set(${variable} ${objects} PARENT_SCOPE)
endfunction()

# furat_public_target(<target> <output name> <folder>...): what shared and static have in common.
function(furat_public_target target output)
  target_compile_features(${target} INTERFACE cxx_std_20)
  foreach(folder IN LISTS ARGN)
    target_include_directories(${target} INTERFACE
      $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/${folder}/include>)
  endforeach()
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME furat_${output} LINKER_LANGUAGE CXX EXPORT_NAME ${output}
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib
    ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
endfunction()

# What furat::searcher and furat::indexer have in common; a shared library holds it hidden, and the
# static ones share an archive that nobody links by name.
furat_list_objects(core_objects index index_json index_capi analysis)
add_library(furat_core_static STATIC ${core_objects})
furat_public_target(furat_core_static core)
target_link_libraries(furat_core_static INTERFACE
  $<BUILD_INTERFACE:$<LINK_ONLY:furat_index>> $<BUILD_INTERFACE:$<LINK_ONLY:furat_analysis>>)

# furat_public_library(<name> FOLDERS <with public headers>... OBJECTS <our library>...)
# furat::<name>, shared or static as BUILD_SHARED_LIBS says; furat_<name>_shared and furat_<name>_static.
function(furat_public_library name)
  cmake_parse_arguments(arg "" "" "FOLDERS;OBJECTS" ${ARGN})
  furat_list_objects(own_objects ${arg_OBJECTS})
  furat_list_objects(index_objects index index_capi)
  list(TRANSFORM arg_OBJECTS PREPEND furat_ OUTPUT_VARIABLE own_archives)

  set(shared furat_${name}_shared)
  add_library(${shared} SHARED ${own_objects} ${index_objects})
  furat_public_target(${shared} ${name} ${arg_FOLDERS})
  target_link_libraries(${shared} PRIVATE ${own_archives} furat_shipped)
  target_link_options(${shared} PRIVATE
    LINKER:--version-script=${furat_version_script} LINKER:--as-needed)
  if(NOT FURAT_SANITIZE)  # the sanitizers' own symbols come from the program
    target_link_options(${shared} PRIVATE LINKER:--no-undefined)
  endif()
  set_target_properties(${shared} PROPERTIES
    VERSION ${PROJECT_VERSION} SOVERSION ${FURAT_ABI_VERSION} LINK_DEPENDS ${furat_version_script})

  set(static furat_${name}_static)
  add_library(${static} STATIC ${own_objects})
  furat_public_target(${static} ${name} ${arg_FOLDERS})
  target_link_libraries(${static} INTERFACE furat_core_static)
  foreach(archive IN LISTS own_archives)
    target_link_libraries(${static} INTERFACE $<BUILD_INTERFACE:$<LINK_ONLY:${archive}>>)
  endforeach()

  if(BUILD_SHARED_LIBS)
    add_library(furat::${name} ALIAS ${shared})
  else()
    add_library(furat::${name} ALIAS ${static})
  endif()
  if(NOT PROJECT_IS_TOP_LEVEL OR FURAT_SANITIZE)
    set_target_properties(${shared} ${static} furat_core_static PROPERTIES EXCLUDE_FROM_ALL ON)
  endif()
endfunction()
