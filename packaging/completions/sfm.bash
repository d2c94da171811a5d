# bash completion for sfm. Made by scripts/reference.
_sfm() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    case "$command $previous" in
        *\ --lang) COMPREPLY=($(compgen -W 'ru en' -- "$current")); return ;;
        *\ --color) COMPREPLY=($(compgen -W 'auto always never' -- "$current")); return ;;
        run\ --policy) COMPREPLY=($(compgen -W 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum all' -- "$current")); return ;;
        test\ --format) COMPREPLY=($(compgen -W 'pretty dots json' -- "$current")); return ;;
        test\ --policy) COMPREPLY=($(compgen -W 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum all' -- "$current")); return ;;
        test\ --order) COMPREPLY=($(compgen -W 'file random' -- "$current")); return ;;
        ask\ --format) COMPREPLY=($(compgen -W 'pretty json' -- "$current")); return ;;
        check\ --format) COMPREPLY=($(compgen -W 'pretty short json' -- "$current")); return ;;
        fmt\ --to) COMPREPLY=($(compgen -W 'ru en' -- "$current")); return ;;
        new\ --from) COMPREPLY=($(compgen -W 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum' -- "$current")); return ;;
        compare\ --format) COMPREPLY=($(compgen -W 'pretty json' -- "$current")); return ;;
        show\ --format) COMPREPLY=($(compgen -W 'pretty json' -- "$current")); return ;;
        coverage\ --format) COMPREPLY=($(compgen -W 'pretty json' -- "$current")); return ;;
        coverage\ --policy) COMPREPLY=($(compgen -W 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum all' -- "$current")); return ;;
    esac
    if ((COMP_CWORD == 1)) && [[ $current != -* ]]; then
        COMPREPLY=($(compgen -W 'run test report ask check fmt new compare show policies coverage train explain help reference' -- "$current")); return
    fi
    local options='--lang --color --jobs --max-steps --max-file-bytes --max-nesting --max-include-depth --max-files --max-included-bytes --max-marks --max-policies --max-clauses --max-extends --help --version'
    case $command in
        run) options+=' --policy' ;;
        test) options+=' --format --report --timings --policy --update --yes --filter --tag --list --last-failed --fail-fast --max-fail --order --seed --shard --watch --config --no-config' ;;
        report) options+=' --report' ;;
        ask) options+=' --after --scenario --format' ;;
        check) options+=' --fix --all-warnings --format --report --config --no-config' ;;
        fmt) options+=' --write --check --to' ;;
        new) options+=' --from --output' ;;
        compare) options+=' --act --all --format' ;;
        show) options+=' --format' ;;
        coverage) options+=' --format --threshold --mutants --policy --filter --tag --config --no-config' ;;
        train) options+=' --list --report' ;;
    esac
    if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current")); return; fi
    case $command in
        compare) COMPREPLY=($(compgen -W 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum all' -- "$current")) ;;
        show) COMPREPLY=($(compgen -W 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum' -- "$current") $(compgen -f -X '!*.sfm' -- "$current") $(compgen -d -- "$current")) ;;
        explain | help | policies) ;;
        *) COMPREPLY=($(compgen -f -X '!*.sfm' -- "$current") $(compgen -d -- "$current")) ;;
    esac
}
complete -o filenames -F _sfm sfm
