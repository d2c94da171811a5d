# bash completion for sfm. Made by scripts/reference.
_sfm() {
    local candidate
    COMPREPLY=()
    while IFS= read -r candidate; do
        COMPREPLY+=("$candidate")
    done < <(command sfm __complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
}
# Before 4.4 bash sorts what it is given.
complete -o nospace -o nosort -F _sfm sfm 2>/dev/null || complete -o nospace -F _sfm sfm
