#compdef ofsearch
# Completion of ofsearch for zsh.

# The values of a facet in the index.
_ofsearch_values() {
  local -a values
  values=(${(f)"$(ofsearch --facets $1 --limit 0 --format csv 2> /dev/null |
    sed -n '/^field,/d; /^total,/d; s/^[a-z_]*,"\(.*\)",[^"]*$/\1/p; t; s/^[a-z_]*,\([^,]*\),.*/\1/p')"})
  compadd -M 'm:{a-zA-Z}={A-Za-z}' -a values
}

local -a types grades facets sections
types=(ilacs-standard ilacs-short ilacs focused-visit monitoring-visit sif lscb-review child-protection
  looked-after slac joint-area-review jtai area-send area-send-monitoring other unknown)
grades=(outstanding good ri requires-improvement adequate inadequate none unknown)
facets=(all none authority year type grade kind region standing-grade send-outcome focus inspector
  judgement section finding topic)
sections=(summary recommendations leadership help-and-protection care care-leavers findings other)

_arguments -s \
  '*--authority=[reports on this local authority]:name:{_ofsearch_values authority}' \
  '*--year=[reports of this year or these years]:year or FROM..TO:' \
  "*--type=[inspections and visits of this type]:type:($types)" \
  "*--grade=[reports that award this grade]:grade:($grades)" \
  '*--kind=[documents of this kind]:kind:(report letter article unknown)' \
  '*--region=[authorities of this English region]:region:{_ofsearch_values region}' \
  "*--standing-grade=[visits to authorities with this grade at the time]:grade:($grades)" \
  '*--send-outcome=[area SEND inspections with this outcome]:outcome:(typically-positive inconsistent widespread-failings unknown)' \
  '*--focus=[focused and monitoring visits on this]:focus:(front-door child-in-need-or-protection extra-familial-risk in-care permanence care-leavers other unknown)' \
  '*--inspector=[inspections led by this inspector]:name:{_ofsearch_values inspector}' \
  '*--judgement=[reports with this grade in one judgement]:judgement and grade:' \
  '--from=[inspected on or after]:date (YYYY-MM-DD):' \
  '--to=[inspected on or before]:date (YYYY-MM-DD):' \
  "*--section=[only this part of the reports]:section:($sections)" \
  '*--finding=[only passages that found this]:finding:(strength weakness mixed neutral)' \
  '*--topic=[only passages that speak of this topic]:topic:{_ofsearch_values topic}' \
  '--indexed-since=[new in the index since]:date:(yesterday last-run)' \
  '--new-since=[new in the index since]:date:(yesterday last-run)' \
  '--digest[what is new for each saved search]' \
  '--with-predecessors[also the authorities it took over from]' \
  '--literal[take words as words, not as filters]' \
  '--exact[find words only as they are written]' \
  '*--without=[words of the thesaurus that are not searched]:words:' \
  '--format=[output format]:format:(text json jsonl csv csv-excel markdown xlsx)' \
  '(-n --limit)'{-n+,--limit=}'[reports to show]:number:' \
  '--offset=[reports to leave out first]:number:' \
  '--passages=[passages a report]:number:' \
  '--whole[print whole passages instead of extracts]' \
  '--match=[how much of the query a passage must have]:level:(all most any)' \
  '--sort=[order of the results]:order:(relevance newest oldest authority)' \
  "--facets=[fields to count]:fields:_sequence compadd - $facets" \
  '--show=[print a whole report]:id:' \
  '--open=[open the document of a result at its page]:number:' \
  '--links=[file names lead to their files]:when:(auto always never)' \
  '--similar=[reports that read like this one]:id:' \
  '--history=[all inspections of an authority as a table]:authority:{_ofsearch_values authority}' \
  '--compare=[authorities side by side]:authority:{_ofsearch_values authority}' \
  '--since-last=[what an authority must improve, and what was found since]:authority:{_ofsearch_values authority}' \
  '--outcomes[the latest inspection of each authority]' \
  "--matrix=[reports that speak of the query by two fields]:fields:_sequence -n 2 compadd - ${facets[3,-1]}" \
  '--trend=[the share of reports that speak of the query over time]:period:(year quarter)' \
  '--explain[say how the query was understood and searched]' \
  '--color=[colours]:when:(auto always never)' \
  '--width=[width of the text]:columns:' \
  '--no-color[no colours, also on a terminal]' \
  '--db=[index to search]:path:_files' \
  '*--thesaurus=[more words that stand for each other]:file:_files' \
  '--allow-partial[answer without shards that are down]' \
  '--shard-timeout=[how long a server may take for an answer]:seconds' \
  '--time-limit=[how long a search may take]:seconds' \
  '(-)'{-h,--help}'[print a summary of the options]' \
  '(-)'{-V,--version}'[print the version]' \
  '*:query:'
