# Every library from outside, as one imported or interface target each. Why each is there:
# ARCHITECTURE.md. Where to get them on Debian 12: scripts/packages.txt.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_package(Boost 1.74 CONFIG REQUIRED COMPONENTS program_options)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)

# Xapian's CMake package sets variables only.
find_package(Xapian 1.4 REQUIRED NAMES xapian)
add_library(of_xapian INTERFACE)
target_include_directories(of_xapian SYSTEM INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(of_xapian INTERFACE ${XAPIAN_LIBRARIES})

# MuPDF comes without a package file of its own. In Debian 12 it is a static archive, which needs what it
# was built with; in Debian 13 a shared library.
find_library(MUPDF_LIBRARY mupdf REQUIRED)
find_library(MUPDF_THIRD_LIBRARY mupdf-third)
find_path(MUPDF_INCLUDE_DIR mupdf/fitz.h REQUIRED)
pkg_check_modules(MUPDF_NEEDS REQUIRED IMPORTED_TARGET freetype2 harfbuzz libopenjp2 zlib libjpeg)
find_library(JBIG2DEC_LIBRARY jbig2dec REQUIRED)
find_library(MUJS_LIBRARY mujs REQUIRED)
add_library(of_mupdf INTERFACE)
target_include_directories(of_mupdf SYSTEM INTERFACE ${MUPDF_INCLUDE_DIR})
target_link_libraries(of_mupdf INTERFACE ${MUPDF_LIBRARY})
if(MUPDF_THIRD_LIBRARY)
  target_link_libraries(of_mupdf INTERFACE ${MUPDF_THIRD_LIBRARY})
endif()
target_link_libraries(of_mupdf INTERFACE PkgConfig::MUPDF_NEEDS PkgConfig::GUMBO
                      ${JBIG2DEC_LIBRARY} ${MUJS_LIBRARY} m)

# Boost.Beast (HTTP) and kainjow's mustache (templates) are headers only.
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)
add_library(of_http INTERFACE)
target_include_directories(of_http SYSTEM INTERFACE ${Boost_INCLUDE_DIRS})
add_library(of_mustache INTERFACE)
target_include_directories(of_mustache SYSTEM INTERFACE ${MUSTACHE_INCLUDE_DIR})
