# of_embed_data(TARGET FILES...): compiles text files of the source folder, or with an absolute path,
# into TARGET, so that the programs need no data directory to run. Read them with
# common/system/embedded_data.h by file name.
function(of_embed_data target)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_data.cc)
  set(files)
  foreach(file ${ARGN})
    cmake_path(ABSOLUTE_PATH file)
    list(APPEND files ${file})
  endforeach()
  string(REPLACE ";" "|" joined "${files}")
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${joined}" -DOUT=${out} -P ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
