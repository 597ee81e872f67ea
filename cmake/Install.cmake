# What `cmake --install` puts beside the programs: manuals, licence, guides, samples, units.
#
# The pages of the manual are Markdown beside the code; they are rendered by go-md2man while the
# programs are built, and left out, with a word, where that is not installed.
file(GLOB manual_pages CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/indexer/*.[178].md ${PROJECT_SOURCE_DIR}/searcher/*.[178].md
     ${PROJECT_SOURCE_DIR}/searcher/web/*.[178].md ${PROJECT_SOURCE_DIR}/fetcher/*.[178].md
     ${PROJECT_SOURCE_DIR}/docs/*.[178].md)
find_program(GO_MD2MAN go-md2man)
if(GO_MD2MAN)
  set(rendered)
  foreach(page ${manual_pages})
    get_filename_component(name ${page} NAME)
    string(REGEX REPLACE "\\.md$" "" name ${name})
    string(REGEX REPLACE ".*\\." "" section ${name})
    set(out ${PROJECT_BINARY_DIR}/man/${name})
    add_custom_command(
      OUTPUT ${out}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/man
      COMMAND ${PROJECT_SOURCE_DIR}/scripts/render-manual ${page} ${PROJECT_VERSION} > ${out}
      DEPENDS ${page} ${PROJECT_SOURCE_DIR}/scripts/render-manual
      VERBATIM)
    list(APPEND rendered ${out})
    install(FILES ${out} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
  endforeach()
  add_custom_target(manual ALL DEPENDS ${rendered})
else()
  message(STATUS "go-md2man is not installed: the pages of the manual are not rendered")
endif()

install(FILES LICENSE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES docs/output.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY corpus/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/corpus)
install(FILES scripts/cron.example DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(PROGRAMS scripts/ofsearch-nightly DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES scripts/systemd/ofsearch-nightly.service scripts/systemd/ofsearch-nightly.timer
              scripts/systemd/ofserve.service scripts/systemd/ofserve.socket
        DESTINATION lib/systemd/system)
install(FILES scripts/nightly.conf DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
