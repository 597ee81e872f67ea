# cmake -DIN=TEMPLATE -DOUT=FILE -DFILES=A;B;C -P HashFiles.cmake: the template with @hash@ replaced
# by a hash of the files' content.
set(hashes "")
foreach(file IN LISTS FILES)
  file(SHA256 ${file} hash)
  string(APPEND hashes "${hash}")
endforeach()
string(SHA256 hash "${hashes}")
string(SUBSTRING ${hash} 0 16 hash)
configure_file(${IN} ${OUT} @ONLY)
