# furat_library(<name> SOURCES ... PUBLIC_HEADERS ... LINK ... PRIVATE_LINK ...)
# One library a folder, linked through its furat:: alias, with our warnings and sanitizers.
function(furat_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  add_library(furat_${name} ${arg_SOURCES})
  add_library(furat::${name} ALIAS furat_${name})
  target_compile_features(furat_${name} PUBLIC cxx_std_20)
  target_include_directories(furat_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
  if(IS_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/include)
    target_include_directories(furat_${name} PUBLIC
      $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include>
      $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  endif()
  target_link_libraries(furat_${name}
    PUBLIC ${arg_LINK}
    PRIVATE ${arg_PRIVATE_LINK} furat_warnings furat_sanitizers)
  set_target_properties(furat_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

# furat_program(<name> SOURCES ... LINK ...)
function(furat_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} furat_warnings furat_sanitizers)
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
