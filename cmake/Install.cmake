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
install(FILES docs/output.md docs/topics.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY corpus/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/corpus)
install(FILES scripts/cron.example DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES scripts/nightly.conf scripts/ofsearch.conf scripts/neighbours.tsv
        DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples)
install(PROGRAMS scripts/ofsearch-nightly DESTINATION ${CMAKE_INSTALL_BINDIR})

# Units name the programs where they are installed; in the source that is /usr/bin.
foreach(unit ofsearch-nightly.service ofsearch-nightly.timer ofserve.service ofserve.socket)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS scripts/systemd/${unit})
  file(READ scripts/systemd/${unit} text)
  string(REPLACE "/usr/bin/" "${CMAKE_INSTALL_FULL_BINDIR}/" text "${text}")
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/systemd/${unit} CONTENT "${text}" @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/systemd/${unit} DESTINATION lib/systemd/system)
endforeach()
install(FILES scripts/systemd/ofsearch.sysusers DESTINATION lib/sysusers.d RENAME ofsearch.conf)
install(FILES scripts/systemd/ofsearch.tmpfiles DESTINATION lib/tmpfiles.d RENAME ofsearch.conf)
