#compdef ofindex
# Completion of ofindex for zsh.

_arguments -s \
  '--db=[index to build or update]:path:_files' \
  '--rebuild[read every document again]' \
  '--retry-failed[try again what could not be read]' \
  '--metadata=[corrections to what the documents say]:CSV file:_files' \
  '--remove-root=[forget a file or folder that the index was built from]:path:_files' \
  '--allow-shrink[go on although most documents have vanished]' \
  '--keep=[generations of the index to keep]:number:' \
  '--shards=[parts to divide the index into]:number:' \
  '(-j --jobs)'{-j+,--jobs=}'[documents to read side by side]:number:' \
  '--memory-limit=[memory that one document may take]:megabytes:' \
  '--time-limit=[computing time that one document may take]:seconds:' \
  '--no-sandbox[read documents in processes that are not confined]' \
  '(--no-ocr)--ocr[read pages that are pictures too]' \
  '(--ocr)--no-ocr[leave them out again]' \
  '(--stats --check --rollback)--inspect[print what each document is; write no index]' \
  '--passages[with --inspect: print the passages too]' \
  '(--inspect --check --rollback)--stats[print what is in the index]' \
  '--warnings[with --stats: print what is doubtful]' \
  '--format=[output format]:format:(text json jsonl)' \
  '(--inspect --stats --rollback)--check[verify that the index is whole]' \
  '(--inspect --stats --check)--rollback[go back one generation]' \
  '--run-report=[write what the run did as JSON]:file:_files' \
  '(-q --quiet)'{-q,--quiet}'[print nothing but trouble]' \
  '(-)'{-h,--help}'[print a summary of the options]' \
  '(-)'{-V,--version}'[print the version]' \
  '*:reports:_files'
