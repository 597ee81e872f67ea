# of_embed_data(TARGET FILES...): compiles text files of the source folder, or with an absolute path,
# into TARGET, so that the programs need no data directory to run. Read them with
# common/system/embedded_data.h by file name.
function(of_embed_data target)
  of_embed_as(${target} embedded common/system/embedded_data.h ${ARGN})
endfunction()

# of_embed_as(TARGET PREFIX HEADER FILES...): the same, to be read with PREFIX_data() and
# PREFIX_checksum(), which HEADER declares.
function(of_embed_as target prefix header)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_data.cc)
  set(files)
  foreach(file ${ARGN})
    cmake_path(ABSOLUTE_PATH file)
    list(APPEND files ${file})
  endforeach()
  string(REPLACE ";" "|" joined "${files}")
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${joined}" -DOUT=${out} -DPREFIX=${prefix}
            -DHEADER=${header} -P ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
