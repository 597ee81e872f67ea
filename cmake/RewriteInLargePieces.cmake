# usage: cmake -P RewriteInLargePieces.cmake FILE
# The same file anew, in pieces of 2 MB (of_starts_quickly in Settings.cmake). Where that does not
# succeed, the file stays as it is.
set(file ${CMAKE_ARGV3})
set(anew ${file}.anew)
execute_process(COMMAND dd if=${file} of=${anew} bs=2M
                RESULT_VARIABLE not_written ERROR_QUIET)
execute_process(COMMAND chmod --reference=${file} ${anew}
                RESULT_VARIABLE not_allowed ERROR_QUIET)
if(not_written OR not_allowed)
  file(REMOVE ${anew})
else()
  file(RENAME ${anew} ${file})
endif()
