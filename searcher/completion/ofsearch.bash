# Completion of ofsearch for bash.

# The values of a facet in the index, one a line.
_ofsearch_values() {
  ofsearch --facets "$1" --limit 0 --format csv 2> /dev/null |
    sed -n '/^field,/d; /^total,/d; s/^[a-z_]*,"\(.*\)",[^"]*$/\1/p; t
            s/^[a-z_]*,\([^,]*\),.*/\1/p'
}

_ofsearch() {
  local current=$2 previous=$3 typed=${COMP_WORDS[COMP_CWORD]-} words value
  local at=$COMP_CWORD lead='' tail=''
  local grades='outstanding good ri requires-improvement adequate inadequate none unknown'
  local judgements='leaders: help_protection: in_care: care_leavers: care_and_leavers: looked_after:
    adoption: lscb: quality_of_practice:'
  local fields='authority year type grade kind region standing-grade send-outcome focus inspector
    judgement section finding topic'
  COMPREPLY=()
  # bash parts words at "=" and ":": in "--grade=go" the value is the third of three.
  if [[ $previous == [=:] || $typed == [=:] ]]; then
    [[ $previous == : || $typed == : ]] && judgements=
    [[ $current == [=:] ]] && current=
    while ((at -= 1, at > 0)) && [[ ${COMP_WORDS[at]} != -* ]]; do :; done
    previous=${COMP_WORDS[at]}
  elif [[ $current != -* && $previous != -* ]]; then # the second name beside --compare
    while ((at -= 1, at > 0)) && [[ ${COMP_WORDS[at]} != -* ]]; do :; done
    [[ ${COMP_WORDS[at]} == --compare ]] && previous=--compare
  fi
  case $previous in
    --db | --thesaurus)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --type) words='ilacs-standard ilacs-short ilacs focused-visit monitoring-visit sif lscb-review
      child-protection looked-after slac joint-area-review jtai area-send area-send-monitoring other
      unknown' ;;
    --grade) words="$grades $judgements" ;;
    --standing-grade) words=$grades ;;
    --kind) words='report letter article unknown' ;;
    --send-outcome) words='typically-positive inconsistent widespread-failings unknown' ;;
    --focus) words='front-door child-in-need-or-protection extra-familial-risk in-care permanence
      care-leavers other unknown' ;;
    --judgement) words=${judgements:-$grades} ;;
    --matrix)
      words=$fields
      [[ $current == *,* ]] || tail=,
      ;;
    --section) words='summary recommendations leadership help-and-protection care care-leavers
      findings other' ;;
    --finding) words='strength weakness mixed neutral' ;;
    --format) words='text json jsonl csv csv-excel markdown xlsx' ;;
    --sort) words='relevance newest oldest authority' ;;
    --match) words='all most any' ;;
    --trend) words='year quarter' ;;
    --color | --links) words='auto always never' ;;
    --facets) words="all none $fields" ;;
    --indexed-since | --new-since) words='yesterday last-run' ;;
    --authority | --region | --inspector | --topic | --history | --compare | --since-last)
      local facet=${previous#--}
      case $facet in history | compare | since-last) facet=authority ;; esac
      current=${current//\\/} # "Kingston\ u"
      while IFS= read -r value; do
        [[ ${value,,} == "${current,,}"* ]] || continue
        [[ $typed == [\"\']* ]] || value=$(printf '%q' "$value") # in quotes it stands as it is
        COMPREPLY+=("$value")
      done < <(_ofsearch_values "$facet")
      return
      ;;
    --year | --from | --to | --limit | -n | --offset | \
      --passages | --show | --similar | --open | --width | --shard-timeout | --time-limit) return ;;
    *)
      [[ $current == -* ]] || return
      words='--authority --year --type --grade --kind --region --standing-grade --send-outcome --focus
        --inspector --judgement --from --to --section --finding --indexed-since --new-since --digest --with-predecessors --literal --exact --without
        --format --limit --offset --passages --whole --sort --match --facets --show --open --links --similar --history --compare --since-last --outcomes --matrix
        --trend --explain --color --no-color --width --topic --db --thesaurus --allow-partial --shard-timeout --time-limit --help --version'
      ;;
  esac
  # Of "good,ina" the last is completed.
  if [[ $current == *,* ]]; then
    lead=${current%,*},
    current=${current##*,}
  fi
  mapfile -t COMPREPLY < <(compgen -P "$lead" -S "$tail" -W "$words" -- "$current")
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:,] ]]; then compopt -o nospace 2> /dev/null; fi
}

complete -F _ofsearch ofsearch
