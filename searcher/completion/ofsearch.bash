# Completion of ofsearch for bash.

# The values of a facet in the index, one a line.
_ofsearch_values() {
  ofsearch --facets "$1" --limit 0 --format csv 2> /dev/null |
    sed -n '/^field,/d; /^total,/d; s/^[a-z_]*,"\{0,1\}\([^,"]*\).*/\1/p'
}

_ofsearch() {
  local current=$2 previous=$3 words
  local grades='outstanding good ri requires-improvement adequate inadequate none unknown'
  COMPREPLY=()
  # bash parts words at "=": in "--grade=go" the value is the third of three.
  if [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  elif [[ $current == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 1]}
    current=
  fi
  case $previous in
    --db | --thesaurus)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --type) words='ilacs-standard ilacs-short ilacs focused-visit monitoring-visit sif lscb-review
      child-protection looked-after slac joint-area-review jtai area-send area-send-monitoring other
      unknown' ;;
    --grade | --standing-grade) words=$grades ;;
    --kind) words='report letter article unknown' ;;
    --send-outcome) words='typically-positive inconsistent widespread-failings unknown' ;;
    --focus) words='front-door child-in-need-or-protection extra-familial-risk in-care permanence
      care-leavers other unknown' ;;
    --judgement) words='leaders: help_protection: in_care: care_leavers: care_and_leavers:
      looked_after: adoption: lscb: quality_of_practice:' ;;
    --section) words='summary recommendations leadership help-and-protection care care-leavers
      findings other' ;;
    --finding) words='strength weakness mixed neutral' ;;
    --format) words='text json jsonl csv csv-excel markdown xlsx' ;;
    --sort) words='relevance newest oldest authority' ;;
    --match) words='all most any' ;;
    --trend) words='year quarter' ;;
    --color | --links) words='auto always never' ;;
    --facets) words='all none authority year type grade kind region standing-grade send-outcome focus
      inspector judgement section finding topic' ;;
    --indexed-since | --new-since) words='yesterday last-run' ;;
    --authority | --region | --inspector | --topic | --history | --compare | --since-last)
      local facet=${previous#--} value
      case $facet in history | compare | since-last) facet=authority ;; esac
      while IFS= read -r value; do
        [[ ${value,,} == "${current,,}"* ]] && COMPREPLY+=("$(printf '%q' "$value")")
      done < <(_ofsearch_values "$facet")
      return
      ;;
    --year | --from | --to | --limit | -n | --offset | \
      --passages | --show | --similar | --open | --matrix | --width | --shard-timeout | --time-limit) return ;;
    *)
      [[ $current == -* ]] || return
      words='--authority --year --type --grade --kind --region --standing-grade --send-outcome --focus
        --inspector --judgement --from --to --section --finding --indexed-since --new-since --digest --with-predecessors --literal --exact --without
        --format --limit --offset --passages --whole --sort --match --facets --show --open --links --similar --history --compare --since-last --outcomes --matrix
        --trend --explain --color --no-color --width --topic --db --thesaurus --allow-partial --shard-timeout --time-limit --help --version'
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -F _ofsearch ofsearch
