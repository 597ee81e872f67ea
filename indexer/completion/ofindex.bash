# Completion of ofindex for bash.

_ofindex() {
  local current=$2 previous=$3 words
  COMPREPLY=()
  # bash parts words at "=": in "--format=js" the value is the third of three.
  if [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  elif [[ $current == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 1]}
    current=
  fi
  case $previous in
    --db | --remove-root | --metadata | --run-report)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --format) words='text json jsonl' ;;
    --keep | --shards | --jobs | -j | --memory-limit | --time-limit) return ;;
    *)
      if [[ $current != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        return
      fi
      words='--db --rebuild --retry-failed --metadata --remove-root --allow-shrink --keep --shards
        --jobs --memory-limit --time-limit --no-sandbox --ocr --no-ocr --inspect --passages --stats --warnings --format --check --rollback
        --run-report --quiet --help --version'
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -o filenames -F _ofindex ofindex
