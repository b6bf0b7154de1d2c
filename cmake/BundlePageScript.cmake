# Run by furat_bundle_page: bundles the page in folder SOURCE into OUTPUT with the program ESBUILD.
#
# app.js and what it imports become app-HASH.js and chunks, the modules that it loads later chunks of their own, style.css and
# what it imports style-HASH.css. The names have hashes of the contents; index.html gets them in place of those of the sources,
# and a modulepreload for each chunk that app.js needs at once. The files COPIED stay as they are.
cmake_minimum_required(VERSION 3.25)

set(entries app.js style.css)

file(REMOVE_RECURSE ${OUTPUT}) # chunks of an earlier build have other names
file(MAKE_DIRECTORY ${OUTPUT})
set(metafile ${OUTPUT}.json)

# Run in the folder of the sources: hashes and order depend on how paths are written.
execute_process(
  COMMAND ${ESBUILD} ${entries} --bundle --splitting --format=esm --minify --legal-comments=none --log-level=warning
          --entry-names=[name]-[hash] --chunk-names=[name]-[hash] --outdir=${OUTPUT} --metafile=${metafile}
  WORKING_DIRECTORY ${SOURCE}
  ERROR_VARIABLE problems
  RESULT_VARIABLE status)
if(NOT status EQUAL 0 OR NOT problems STREQUAL "") # warnings are errors
  message(FATAL_ERROR "esbuild could not bundle the page (${status}):\n${problems}")
endif()

# The key of the metafile's outputs that was made of the entry `entry`.
function(output_of entry result)
  string(JSON count LENGTH "${meta}" outputs)
  math(EXPR last "${count} - 1")
  foreach(i RANGE ${last})
    string(JSON output MEMBER "${meta}" outputs ${i})
    string(JSON made_of ERROR_VARIABLE none GET "${meta}" outputs ${output} entryPoint)
    if(made_of STREQUAL entry)
      set(${result} ${output} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "esbuild made nothing of ${entry}")
endfunction()

# The names of the chunks that the output `output` imports at once, and those that these do.
function(chunks_of output result)
  set(todo ${output})
  set(chunks "")
  while(todo)
    list(POP_FRONT todo importer)
    string(JSON count LENGTH "${meta}" outputs ${importer} imports)
    set(i 0)
    while(i LESS count)
      string(JSON kind GET "${meta}" outputs ${importer} imports ${i} kind)
      string(JSON path GET "${meta}" outputs ${importer} imports ${i} path)
      get_filename_component(name ${path} NAME)
      if(kind STREQUAL "import-statement" AND NOT name IN_LIST chunks)
        list(APPEND chunks ${name})
        list(APPEND todo ${path})
      endif()
      math(EXPR i "${i} + 1")
    endwhile()
  endwhile()
  set(${result} ${chunks} PARENT_SCOPE)
endfunction()

function(replace_once text wanted replacement)
  string(FIND "${${text}}" "${wanted}" first)
  string(FIND "${${text}}" "${wanted}" last REVERSE)
  if(first EQUAL -1 OR NOT first EQUAL last)
    message(FATAL_ERROR "index.html must have ${wanted} once")
  endif()
  string(REPLACE "${wanted}" "${replacement}" changed "${${text}}")
  set(${text} "${changed}" PARENT_SCOPE)
endfunction()

file(READ ${metafile} meta)
file(READ ${SOURCE}/index.html html)
set(preloads "")
foreach(entry IN LISTS entries)
  output_of(${entry} output)
  get_filename_component(name ${output} NAME)
  replace_once(html "\"/${entry}\"" "\"/${name}\"")
  chunks_of(${output} chunks)
  foreach(chunk IN LISTS chunks)
    string(APPEND preloads "<link rel=\"modulepreload\" href=\"/${chunk}\">\n")
  endforeach()
endforeach()
replace_once(html "</head>" "${preloads}</head>")
file(WRITE ${OUTPUT}/index.html "${html}")
file(COPY ${COPIED} DESTINATION ${OUTPUT})
