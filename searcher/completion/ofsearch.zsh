#compdef ofsearch
# Completion of ofsearch for zsh. ofsearch itself says which values an option takes.

# The values of an option. Behind those that end in ":" or "," more must follow, so no space.
_ofsearch_values() {
  local -a values
  local case='m:{a-zA-Z}={A-Za-z}'
  values=(${(f)"$(ofsearch --complete-values $1 "${(Q)PREFIX}" 2> /dev/null)"})
  compadd -M $case -S '' - ${(M)values:#*[:,]}
  compadd -M $case - ${values:#*[:,]}
}

# Words that belong to no option: the second name beside --compare.
_ofsearch_words() {
  [[ ${${(M)words[1,CURRENT-1]:#-*}[-1]} == --compare* ]] && _ofsearch_values compare
}

_arguments -s \
  '*--authority=[reports on this local authority]:name:{_ofsearch_values authority}' \
  '*--year=[reports of this year or these years]:year or FROM..TO:{_ofsearch_values year}' \
  '*--type=[inspections and visits of this type]:type:{_ofsearch_values type}' \
  '*--grade=[reports that award this grade]:grade:{_ofsearch_values grade}' \
  '*--kind=[documents of this kind]:kind:{_ofsearch_values kind}' \
  '*--region=[authorities of this English region]:region:{_ofsearch_values region}' \
  '*--standing-grade=[visits to authorities with this grade at the time]:grade:{_ofsearch_values standing-grade}' \
  '*--send-outcome=[area SEND inspections with this outcome]:outcome:{_ofsearch_values send-outcome}' \
  '*--focus=[focused and monitoring visits on this]:focus:{_ofsearch_values focus}' \
  '*--inspector=[inspections led by this inspector]:name:{_ofsearch_values inspector}' \
  '*--judgement=[reports with this grade in one judgement]:judgement and grade:{_ofsearch_values judgement}' \
  '--from=[inspected on or after]:date (YYYY-MM-DD):' \
  '--to=[inspected on or before]:date (YYYY-MM-DD):' \
  '*--section=[only this part of the reports]:section:{_ofsearch_values section}' \
  '*--finding=[only passages that found this]:finding:{_ofsearch_values finding}' \
  '*--topic=[only passages that speak of this topic]:topic:{_ofsearch_values topic}' \
  '--indexed-since=[new in the index since]:date:{_ofsearch_values indexed-since}' \
  '--new-since=[new in the index since]:date:{_ofsearch_values new-since}' \
  '--digest[what is new for each saved search]' \
  '--with-predecessors[also the authorities it took over from]' \
  '--literal[take words as words, not as filters]' \
  '--exact[find words only as they are written]' \
  '*--without=[words of the thesaurus that are not searched]:words:' \
  '--format=[output format]:format:{_ofsearch_values format}' \
  '(-n --limit)'{-n+,--limit=}'[reports to show]:number:{_ofsearch_values limit}' \
  '--offset=[reports to leave out first]:number:' \
  '--passages=[passages a report]:number:{_ofsearch_values passages}' \
  '--whole[print whole passages instead of extracts]' \
  '--match=[how much of the query a passage must have]:level:{_ofsearch_values match}' \
  '--sort=[order of the results]:order:{_ofsearch_values sort}' \
  '--facets=[fields to count]:fields:{_ofsearch_values facets}' \
  '--show=[print a whole report]:id:' \
  '--open=[open the document of a result at its page]:number:' \
  '--links=[file names lead to their files]:when:{_ofsearch_values links}' \
  '--similar=[reports that read like this one]:id:' \
  '--history=[all inspections of an authority as a table]:authority:{_ofsearch_values history}' \
  '--compare=[authorities side by side]:authority:{_ofsearch_values compare}' \
  '--since-last=[what an authority must improve, and what was found since]:authority:{_ofsearch_values since-last}' \
  '--outcomes[the latest inspection of each authority]' \
  '--matrix=[reports that speak of the query by two fields]:fields:{_ofsearch_values matrix}' \
  '--trend=[the share of reports that speak of the query over time]:period:{_ofsearch_values trend}' \
  '--explain[say how the query was understood and searched]' \
  '--color=[colours]:when:{_ofsearch_values color}' \
  '--width=[width of the text]:columns:' \
  '--no-color[no colours, also on a terminal]' \
  '--db=[index to search]:path:_files' \
  '*--thesaurus=[more words that stand for each other]:file:_files' \
  '--allow-partial[answer without shards that are down]' \
  '--shard-timeout=[how long a server may take for an answer]:seconds' \
  '--time-limit=[how long a search may take]:seconds' \
  '(-)'{-h,--help}'[print a summary of the options]' \
  '(-)'{-V,--version}'[print the version]' \
  '*:query:_ofsearch_words'
