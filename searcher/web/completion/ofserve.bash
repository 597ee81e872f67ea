# Completion of ofserve for bash.

_ofserve() {
  local current=$2 previous=$3
  COMPREPLY=()
  case $previous in
    --db | --thesaurus)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --listen)
      mapfile -t COMPREPLY < <(compgen -W '127.0.0.1:8080 0.0.0.0:8080' -- "$current")
      return
      ;;
    --host | --base-path | --public-url | --auth-header | --threads | --time-limit | --shard-timeout) return ;;
  esac
  [[ $current == -* ]] || return
  mapfile -t COMPREPLY < <(compgen -W '--db --thesaurus --allow-partial --shard-timeout --listen --host
    --base-path --public-url --behind-proxy --auth-header --threads --time-limit --open --quiet --help --version' -- "$current")
}

complete -F _ofserve ofserve
