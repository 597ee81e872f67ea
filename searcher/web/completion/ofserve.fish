# Completion of ofserve for fish.

complete -c ofserve -f
complete -c ofserve -l db -r -F -d 'index to search'
complete -c ofserve -l thesaurus -r -F -d 'more words that stand for each other'
complete -c ofserve -l allow-partial -d 'answer without shards that are down'
complete -c ofserve -l shard-timeout -x -d 'how long a server of a shard may take'
complete -c ofserve -l listen -x -a '127.0.0.1:8080 0.0.0.0:8080' -d 'where to answer'
complete -c ofserve -l host -x -d 'answer for this host name too'
complete -c ofserve -l base-path -x -d 'what stands before every path'
complete -c ofserve -l public-url -x -a 'https://' -d 'where others see the pages'
complete -c ofserve -l behind-proxy -d 'tell clients apart by X-Forwarded-For'
complete -c ofserve -l auth-header -x -d 'refuse requests without this header'
complete -c ofserve -l threads -x -d 'searches at the same time'
complete -c ofserve -l time-limit -x -d 'longest time of one search'
complete -c ofserve -l open -d 'show the page in the browser'
complete -c ofserve -s q -l quiet -d 'do not say where the page is'
complete -c ofserve -s h -l help -d 'print a summary of the options'
complete -c ofserve -s V -l version -d 'print the version'
