/// Completions for shells: a few lines each, which ask the program what may follow (`CompleteCommand`).
enum ShellCompletions {
    static func bash() -> String {
        // The program of the search path is asked, never one that lies about in a folder; what it answers is quoted already.
        #"""
        # bash completion for sfm. Made by scripts/reference.
        _sfm() {
            local candidate
            COMPREPLY=()
            while IFS= read -r candidate; do
                COMPREPLY+=("$candidate")
            done < <(command sfm \#(CompleteCommand.name) bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
        }
        # Before 4.4 bash sorts what it is given.
        complete -o nospace -o nosort -F _sfm sfm 2>/dev/null || complete -o nospace -F _sfm sfm

        """#
    }

    static func zsh() -> String {
        #"""
        #compdef sfm
        # zsh completion for sfm. Made by scripts/reference.
        _sfm() {
            local line value
            local -a closed closed_shown open open_shown
            while IFS= read -r line; do
                value=${line%%$'\t'*}
                line=${line/$'\t'/  -- }
                # The tilde of a home folder is no letter of a name.
                if [[ $PREFIX == \~/* ]]; then value=${value#\~/}; fi
                if [[ $value == *[/=] ]]; then
                    open+=("$value")
                    open_shown+=("$line")
                else
                    closed+=("$value")
                    closed_shown+=("$line")
                fi
            done < <(command sfm \#(CompleteCommand.name) words "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
            if [[ $PREFIX == \~/* ]]; then compset -P '\~/'; fi
            ((${#closed})) && compadd -V sfm -l -d closed_shown -a -- closed
            ((${#open})) && compadd -V sfm -l -S '' -d open_shown -a -- open
            ((${#closed} + ${#open}))
        }
        if [[ ${funcstack[1]} == _sfm ]]; then _sfm "$@"; else compdef _sfm sfm; fi

        """#
    }

    static func fish() -> String {
        #"""
        # fish completion for sfm. Made by scripts/reference.
        function __sfm_complete
            set -l words (commandline -opc)
            set -e words[1]
            set -l current (commandline -ct)
            # A quotation that is still open cannot be read as a whole.
            set -l plain (string unescape -- "$current"; or string replace -r '^["\']' '' -- "$current")
            command sfm \#(CompleteCommand.name) words $words "$plain" 2>/dev/null
        end
        complete -c sfm -f -k -a '(__sfm_complete)'

        """#
    }
}
