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
# Hardening: what reads documents, indexes and queries of others is hard to take over. A build type of
# somebody's own, as "None" of Debian's packages, brings its own checks of buffers.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()
if(NOT OFSEARCH_SANITIZE)
  target_compile_options(of_settings INTERFACE -fstack-protector-strong
                         $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE>
                         $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-D_FORTIFY_SOURCE=2>)
  target_link_options(of_settings INTERFACE LINKER:-z,relro LINKER:-z,now)
endif()

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

add_library(of_warnings INTERFACE)
target_compile_options(of_warnings INTERFACE -Wall -Wextra -Wpedantic
                       $<IF:$<CXX_COMPILER_ID:GNU>,-Wno-pedantic,-Wno-gnu-statement-expression>
                       # GCC 12 sees overlaps in std::string where there are none, when it optimises much.
                       $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>,$<CONFIG:Release>>:-Wno-restrict>
                       $<$<BOOL:${OFSEARCH_WERROR}>:-Werror>)

# of_library(NAME SOURCES...): a static library of this project.
function(of_library name)
  add_library(${name} STATIC ${ARGN})
  target_link_libraries(${name} PUBLIC of_settings PRIVATE of_warnings)
endfunction()
