# Compile text files into <target> as tables `std::span<const EmbeddedFile> <namespace>::<symbol>()`, so that the programs
# need no data folder at run time.

function(furat_embed target symbol namespace what depends)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DSYMBOL=${symbol} -DNAMESPACE=${namespace} "-D${what}"
            -P ${PROJECT_SOURCE_DIR}/cmake/EmbedTextScript.cmake
    DEPENDS ${depends} ${PROJECT_SOURCE_DIR}/cmake/EmbedTextScript.cmake
    COMMENT "Embedding ${symbol}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()

# furat_embed_text(<target> <symbol> <namespace> FILE...)
function(furat_embed_text target symbol namespace)
  furat_embed(${target} ${symbol} ${namespace} "FILES=${ARGN}" "${ARGN}")
endfunction()

# furat_embed_folder(<target> <symbol> <namespace> <folder> <stamp>)
# The files that <folder> has when <stamp> was written anew.
function(furat_embed_folder target symbol namespace folder stamp)
  furat_embed(${target} ${symbol} ${namespace} "FOLDER=${folder}" ${stamp})
endfunction()
