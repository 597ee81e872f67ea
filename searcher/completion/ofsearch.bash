# Completion of ofsearch for bash. ofsearch itself says which values an option takes.

# "good,ina" and "leaders:ina" are one value, though bash parts words at "=" and ":".
_ofsearch() {
  local current=$2 at=$COMP_CWORD typed=${COMP_WORDS[COMP_CWORD]-} option value values
  COMPREPLY=()
  [[ $current == [=:] ]] && current=
  while ((at > 1)) && [[ ${COMP_WORDS[at]} == [=:] || ${COMP_WORDS[at - 1]} == [=:] ]]; do
    ((at -= 1))
    typed=${COMP_WORDS[at]}$typed
  done
  if [[ $typed == --*=* ]]; then
    option=${typed%%=*}
    typed=${typed#*=}
  elif [[ $typed == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--authority --year --type --grade --kind --region
      --standing-grade --send-outcome --focus --inspector --judgement --from --to --section --finding
      --topic --indexed-since --new-since --digest --with-predecessors --literal --exact --without
      --format --limit --offset --passages --whole --sort --match --facets --show --open --links
      --similar --history --compare --since-last --outcomes --matrix --trend --explain --color
      --no-color --width --db --thesaurus --allow-partial --shard-timeout --time-limit --help
      --version' -- "$typed")
    return
  else
    ((at -= 1))
    option=${COMP_WORDS[at]}
    [[ $option == = ]] && ((at -= 1)) && option=${COMP_WORDS[at]}
    while ((at > 1)) && [[ $option != -* ]]; do # the second name beside --compare
      ((at -= 1))
      option=${COMP_WORDS[at]}
      [[ $option == -* && $option != --compare ]] && return
    done
  fi
  case $option in
    --db | --thesaurus)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    -*) ;;
    *) return ;;
  esac
  local quote='' # that is open
  [[ $typed == [\"\']* ]] && quote=${typed:0:1}
  typed=${typed#[\"\']}
  typed=${typed//\\/} # "Kingston\ u"
  current=${current//\\/}
  local before=$((${#typed} - ${#current}))
  mapfile -t values < <(ofsearch --complete-values "$option" "$typed" 2> /dev/null)
  for value in "${values[@]}"; do
    value=${value:before} # bash replaces what stands behind the last "=" or ":"
    if [[ $quote == \' ]]; then # it stands as it is, but for "O'Connor"
      value=${value//\'/\'\\\'\'}
    elif [[ -z $quote && $value == *[!A-Za-z0-9_.:,/-]* ]]; then
      value=$(printf '%q' "$value")
      value=${value//\\,/,}
    fi
    COMPREPLY+=("$value")
  done
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:,] ]]; then compopt -o nospace 2> /dev/null; fi
}

complete -F _ofsearch ofsearch
