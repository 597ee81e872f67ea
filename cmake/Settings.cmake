# How this project compiles: of_settings (language, sanitizers) and of_warnings, linked privately by
# every target. Warnings are errors for developers (OFSEARCH_WERROR), not for users.
option(OFSEARCH_WERROR "Treat warnings as errors" OFF)
set(OFSEARCH_SANITIZE "" CACHE STRING "Sanitizers, comma separated: address,undefined or thread")
option(OFSEARCH_FUZZ "Instrument for libFuzzer and build tests/fuzz (clang only)" OFF)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(of_settings INTERFACE)
target_compile_features(of_settings INTERFACE cxx_std_20)
target_include_directories(of_settings INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR})
if(OFSEARCH_SANITIZE)
  target_compile_options(of_settings INTERFACE -fsanitize=${OFSEARCH_SANITIZE}
                         -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(of_settings INTERFACE -fsanitize=${OFSEARCH_SANITIZE})
  # The check of virtual tables needs the type information of every class, which Debian's ICU and
  # Xapian leave out for classes of their own: every call of theirs would be a finding.
  if(OFSEARCH_SANITIZE MATCHES undefined)
    target_compile_options(of_settings INTERFACE -fno-sanitize=vptr)
    target_link_options(of_settings INTERFACE -fno-sanitize=vptr)
  endif()
endif()
if(OFSEARCH_FUZZ)
  # Every file reports what it runs; only the fuzz targets themselves bring libFuzzer's main().
  target_compile_options(of_settings INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(of_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

# A program can leave out what it does not use (of_starts_quickly). Texts lie beside those of their
# file: merged, short ones become the tails of others anywhere in the program, each on a page of its
# own.
target_compile_options(of_settings INTERFACE
                       $<$<CONFIG:Release>:-ffunction-sections> $<$<CONFIG:Release>:-fdata-sections>
                       $<$<CONFIG:Release>:-fno-merge-constants>)

add_library(of_warnings INTERFACE)
target_compile_options(of_warnings INTERFACE -Wall -Wextra -Wpedantic -Wno-gnu-statement-expression
                       $<$<CXX_COMPILER_ID:GNU>:-Wno-pedantic>
                       $<$<BOOL:${OFSEARCH_WERROR}>:-Werror>)

# of_library(NAME SOURCES...): a static library of this project.
function(of_library name)
  add_library(${name} STATIC ${ARGN})
  target_link_libraries(${name} PUBLIC of_settings PRIVATE of_warnings)
endfunction()

# of_compile_for_size(FILES...): for what a process runs once or never. A search takes milliseconds,
# of which more go into entering the pages of its code than into running it; small code has fewer.
function(of_compile_for_size)
  set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Release>:-Os>)
endfunction()

# of_starts_quickly(PROGRAM): for a program that is started for each question and lives for
# milliseconds. ICU is linked in (Dependencies.cmake), what it does not use left out, and its
# addresses are fixed, so that the loader has none to write. Not for a program that listens to a
# network, where addresses that nobody can foretell are a defence.
#
# The linker writes a program in small pieces, and small pages are what the system then keeps it in
# and enters one by one. Written anew in pieces of a large page, its code is one of them, as long as
# the file stays in memory.
function(of_starts_quickly program)
  set_target_properties(${program} PROPERTIES OF_LINKS_ICU_IN ON)
  target_link_options(${program} PRIVATE
    "$<$<CONFIG:Release>:-no-pie;LINKER:--gc-sections,-z,noseparate-code>")
  set(rewrite ${CMAKE_COMMAND} -P ${CMAKE_SOURCE_DIR}/cmake/RewriteInLargePieces.cmake)
  add_custom_command(TARGET ${program} POST_BUILD
                     COMMAND ${rewrite} $<TARGET_FILE:${program}> VERBATIM)
  install(CODE "execute_process(COMMAND ${rewrite}
    \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/${program}\")")
endfunction()
