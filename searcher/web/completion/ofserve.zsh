#compdef ofserve
# Completion of ofserve for zsh.

_arguments -s \
  '--db=[index to search]:path:_files' \
  '*--thesaurus=[more words that stand for each other]:file:_files' \
  '--allow-partial[answer without shards that are down]' \
  '--shard-timeout=[how long a server of a shard may take]:seconds' \
  '--listen=[where to answer]:address and port:(127.0.0.1\:8080 0.0.0.0\:8080)' \
  '*--host=[answer for this host name too]:name:_hosts' \
  '--base-path=[what stands before every path]:path:' \
  '--public-url=[where others see the pages]:address:(https\://)' \
  '--behind-proxy[tell clients apart by X-Forwarded-For]' \
  '--auth-header=[refuse requests without this header]:header:' \
  '--threads=[searches at the same time]:number:' \
  '--time-limit=[longest time of one search]:seconds:' \
  '--open[show the page in the browser]' \
  '(-q --quiet)'{-q,--quiet}'[do not say where the page is]' \
  '(-)'{-h,--help}'[print a summary of the options]' \
  '(-)'{-V,--version}'[print the version]'
