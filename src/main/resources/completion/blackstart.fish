# completion of blackstart for fish
function __blackstart_complete
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete -- $words[2..-1] 2>/dev/null </dev/null
end
complete -c blackstart -f -a '(__blackstart_complete)'
# nothing of ours fits: file names
complete -c blackstart -n 'test (count (__blackstart_complete)) -eq 0' -F
