#compdef offetch
# Completion of offetch for zsh.

_arguments -s \
  '*--authorities=[of these authorities only]:names:' \
  '*--types=[of these types only]:type:(inspection focused-visit monitoring-visit jtai area-send area-send-monitoring other)' \
  '--since=[published on that day or later]:date:' \
  '--refresh[ask again for files that are there]' \
  '--dry-run[say what would be fetched; write nothing]' \
  '--allow-shrink[go on although the site lists much less]' \
  '--contact=[your mail or web address]:address:' \
  '--delay=[seconds between two requests]:seconds:' \
  '--retries=[tries after the first one]:number:' \
  '--timeout=[seconds to wait for a silent server]:seconds:' \
  '--max-size=[megabytes of the largest file]:megabytes:' \
  '--site=[where the pages are]:address:' \
  '--files=[where the reports are]:address:' \
  '--run-report=[write what the run did as JSON]:file:_files' \
  '(-q --quiet)'{-q,--quiet}'[print nothing but trouble]' \
  '(-)'{-h,--help}'[print a summary of the options]' \
  '(-)'{-V,--version}'[print the version]' \
  ':folder:_directories'
