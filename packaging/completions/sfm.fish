# fish completion for sfm. Made by scripts/reference.
function __sfm_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    # A quotation that is still open cannot be read as a whole.
    set -l plain (string unescape -- "$current"; or string replace -r '^["\']' '' -- "$current")
    command sfm __complete words $words "$plain" 2>/dev/null
end
complete -c sfm -f -k -a '(__sfm_complete)'
