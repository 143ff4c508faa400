#compdef blackstart
# completion of blackstart for zsh: put it on fpath as _blackstart, or source it after compinit
_blackstart() {
    local -a candidates
    candidates=("${(@f)$("${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null </dev/null)}")
    candidates=("${(@)candidates:#}")
    if ((${#candidates})); then
        compadd -- "${candidates[@]}"
    else
        _files
    fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _blackstart "$@"
else
    compdef _blackstart blackstart
fi
