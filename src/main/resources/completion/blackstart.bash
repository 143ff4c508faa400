# completion of blackstart for bash: source <(blackstart completion bash)
_blackstart() {
    local IFS=$'\n' words
    words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    mapfile -t COMPREPLY < <("${COMP_WORDS[0]}" __complete -- "${words[@]}" 2>/dev/null </dev/null)
    # nothing of ours fits: file names, as bash does
    ((${#COMPREPLY[@]})) || compopt -o default 2>/dev/null
}
complete -F _blackstart blackstart ./blackstart
