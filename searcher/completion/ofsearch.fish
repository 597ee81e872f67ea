# Completion of ofsearch for fish. ofsearch itself says which values an option takes.

# The values of an option, for the word that is being typed.
function __ofsearch_values
    set -l typed (commandline -ct | string replace -r '^--[a-z-]+=' '' | string replace -ra '[\\\\"\']' '')
    ofsearch --complete-values $argv[1] "$typed" 2>/dev/null
end

# Whether the last option is --compare, which takes more than one name.
function __ofsearch_compares
    set -l options (commandline -opc | string match -- '-*')
    string match -q -- '--compare*' "$options[-1]"
end

complete -c ofsearch -f
complete -c ofsearch -n __ofsearch_compares -a '(__ofsearch_values compare)'
complete -c ofsearch -l authority -x -a '(__ofsearch_values authority)' -d 'reports on this local authority'
complete -c ofsearch -l year -x -a '(__ofsearch_values year)' -d 'reports of this year or these years'
complete -c ofsearch -l type -x -a '(__ofsearch_values type)' -d 'inspections and visits of this type'
complete -c ofsearch -l grade -x -a '(__ofsearch_values grade)' -d 'reports that award this grade'
complete -c ofsearch -l kind -x -a '(__ofsearch_values kind)' -d 'documents of this kind'
complete -c ofsearch -l region -x -a '(__ofsearch_values region)' -d 'authorities of this English region'
complete -c ofsearch -l standing-grade -x -a '(__ofsearch_values standing-grade)' -d 'visits to authorities with this grade then'
complete -c ofsearch -l send-outcome -x -a '(__ofsearch_values send-outcome)' -d 'area SEND inspections with this outcome'
complete -c ofsearch -l focus -x -a '(__ofsearch_values focus)' -d 'visits on this'
complete -c ofsearch -l inspector -x -a '(__ofsearch_values inspector)' -d 'inspections led by this inspector'
complete -c ofsearch -l judgement -x -a '(__ofsearch_values judgement)' -d 'reports with this grade in one judgement'
complete -c ofsearch -l from -x -d 'inspected on or after (YYYY-MM-DD)'
complete -c ofsearch -l to -x -d 'inspected on or before (YYYY-MM-DD)'
complete -c ofsearch -l section -x -a '(__ofsearch_values section)' -d 'only this part of the reports'
complete -c ofsearch -l finding -x -a '(__ofsearch_values finding)' -d 'only passages that found this'
complete -c ofsearch -l topic -x -a '(__ofsearch_values topic)' -d 'only passages that speak of this topic'
complete -c ofsearch -l indexed-since -x -a '(__ofsearch_values indexed-since)' -d 'new in the index since'
complete -c ofsearch -l new-since -x -a '(__ofsearch_values new-since)' -d 'new in the index since'
complete -c ofsearch -l digest -d 'what is new for each saved search'
complete -c ofsearch -l with-predecessors -d 'also the authorities it took over from'
complete -c ofsearch -l literal -d 'take words as words, not as filters'
complete -c ofsearch -l exact -d 'find words only as they are written'
complete -c ofsearch -l without -x -d 'words of the thesaurus that are not searched'
complete -c ofsearch -l format -x -a '(__ofsearch_values format)' -d 'output format'
complete -c ofsearch -s n -l limit -x -a '(__ofsearch_values limit)' -d 'reports to show'
complete -c ofsearch -l offset -x -d 'reports to leave out first'
complete -c ofsearch -l passages -x -a '(__ofsearch_values passages)' -d 'passages a report'
complete -c ofsearch -l whole -d 'print whole passages instead of extracts'
complete -c ofsearch -l match -x -a '(__ofsearch_values match)' -d 'how much of the query a passage must have'
complete -c ofsearch -l sort -x -a '(__ofsearch_values sort)' -d 'order of the results'
complete -c ofsearch -l facets -x -a '(__ofsearch_values facets)' -d 'fields to count'
complete -c ofsearch -l show -x -d 'print a whole report'
complete -c ofsearch -l open -x -d 'open the document of a result at its page'
complete -c ofsearch -l links -x -a '(__ofsearch_values links)' -d 'file names lead to their files'
complete -c ofsearch -l similar -x -d 'reports that read like this one'
complete -c ofsearch -l history -x -a '(__ofsearch_values history)' -d 'all inspections of an authority as a table'
complete -c ofsearch -l compare -x -a '(__ofsearch_values compare)' -d 'authorities side by side'
complete -c ofsearch -l since-last -x -a '(__ofsearch_values since-last)' -d 'what an authority must improve, and what was found since'
complete -c ofsearch -l outcomes -d 'the latest inspection of each authority'
complete -c ofsearch -l matrix -x -a '(__ofsearch_values matrix)' -d 'reports that speak of the query by two fields'
complete -c ofsearch -l trend -x -a '(__ofsearch_values trend)' -d 'the share of reports that speak of the query over time'
complete -c ofsearch -l explain -d 'say how the query was understood and searched'
complete -c ofsearch -l color -x -a '(__ofsearch_values color)' -d 'colours'
complete -c ofsearch -l width -x -d 'width of the text'
complete -c ofsearch -l no-color -d 'no colours, also on a terminal'
complete -c ofsearch -l db -r -F -d 'index to search'
complete -c ofsearch -l thesaurus -r -F -d 'more words that stand for each other'
complete -c ofsearch -l allow-partial -d 'answer without shards that are down'
complete -c ofsearch -l shard-timeout -x -d 'how long a server may take for an answer'
complete -c ofsearch -l time-limit -x -d 'how long a search may take'
complete -c ofsearch -s h -l help -d 'print a summary of the options'
complete -c ofsearch -s V -l version -d 'print the version'
