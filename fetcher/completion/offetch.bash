# Completion of offetch for bash.

_offetch() {
  local current=$2 previous=$3 words
  COMPREPLY=()
  # bash parts words at "=": in "--types=j" the value is the third of three.
  if [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  elif [[ $current == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 1]}
    current=
  fi
  case $previous in
    --run-report)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --types)
      words='inspection focused-visit monitoring-visit jtai area-send area-send-monitoring other'
      ;;
    --authorities | --since | --contact | --delay | --retries | --timeout | --max-size | --site | --files)
      return
      ;;
    *)
      if [[ $current != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
      fi
      words='--authorities --types --since --refresh --dry-run --allow-shrink --contact --delay
        --retries --timeout --max-size --site --files --run-report --quiet --help --version'
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -o filenames -F _offetch offetch
