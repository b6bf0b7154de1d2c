# furat_bundle_page(<source> <output>)
# Bundles the page in folder <source> into folder <output>, and writes <output>.stamp when it is done. A page of fifty modules
# takes a third longer to its first hit: they are fetched and compiled one by one.
function(furat_bundle_page source output)
  file(GLOB bundled CONFIGURE_DEPENDS ${source}/*.html ${source}/*.js ${source}/*.css)
  file(GLOB copied CONFIGURE_DEPENDS ${source}/theme.js ${source}/*.json ${source}/*.svg)
  add_custom_command(
    OUTPUT ${output}.stamp
    COMMAND ${CMAKE_COMMAND} -DESBUILD=${FURAT_ESBUILD} -DSOURCE=${source} -DOUTPUT=${output} "-DCOPIED=${copied}"
            -P ${PROJECT_SOURCE_DIR}/cmake/BundlePageScript.cmake
    COMMAND ${CMAKE_COMMAND} -E touch ${output}.stamp
    DEPENDS ${bundled} ${copied} ${FURAT_ESBUILD} ${PROJECT_SOURCE_DIR}/cmake/BundlePageScript.cmake
    COMMENT "Bundling the page"
    VERBATIM)
endfunction()
