# fish completion for sfm. Made by scripts/reference.
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a run -d 'run scripts and say what happens at every step'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a test -d 'run scenarios and report; FILE:LINE is the one around that line'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a report -d 'one report out of those of all shards'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a ask -d 'who can ACT, why not ACT, what can @x, show …'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a check -d 'say what is wrong without running'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a fmt -d 'lay scripts out'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a new -d 'start a policy of one’s own'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a compare -d 'what one policy says and another does not'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a show -d 'a policy read back as it was understood, or one clause of it'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a policies -d 'the policies that come with the program'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a coverage -d 'which clauses the scenarios exercise'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a train -d 'exercises, one after another'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a explain -d 'what a code means, what a clause says'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a help -d 'this text, a command, an act or a word'
complete -c sfm -n 'not __fish_seen_subcommand_from run test report ask check fmt new compare show policies coverage train explain help reference' -f -a reference -d 'the whole language as Markdown'
complete -c sfm -l lang -x -a 'ru en'
complete -c sfm -l color -x -a 'auto always never'
complete -c sfm -l jobs -r
complete -c sfm -l max-steps -r
complete -c sfm -l max-file-bytes -r
complete -c sfm -l max-nesting -r
complete -c sfm -l max-include-depth -r
complete -c sfm -l max-files -r
complete -c sfm -l max-included-bytes -r
complete -c sfm -l max-marks -r
complete -c sfm -l max-policies -r
complete -c sfm -l max-clauses -r
complete -c sfm -l max-extends -r
complete -c sfm -l help
complete -c sfm -l version
complete -c sfm -n '__fish_seen_subcommand_from show' -a 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum'
complete -c sfm -n '__fish_seen_subcommand_from run' -l policy -x -a 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum all'
complete -c sfm -n '__fish_seen_subcommand_from test' -l format -x -a 'pretty dots json'
complete -c sfm -n '__fish_seen_subcommand_from test' -l report -r
complete -c sfm -n '__fish_seen_subcommand_from test' -l timings
complete -c sfm -n '__fish_seen_subcommand_from test' -l policy -x -a 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum all'
complete -c sfm -n '__fish_seen_subcommand_from test' -l update
complete -c sfm -n '__fish_seen_subcommand_from test' -l yes
complete -c sfm -n '__fish_seen_subcommand_from test' -l filter -r
complete -c sfm -n '__fish_seen_subcommand_from test' -l tag -r
complete -c sfm -n '__fish_seen_subcommand_from test' -l list
complete -c sfm -n '__fish_seen_subcommand_from test' -l last-failed
complete -c sfm -n '__fish_seen_subcommand_from test' -l fail-fast
complete -c sfm -n '__fish_seen_subcommand_from test' -l max-fail -r
complete -c sfm -n '__fish_seen_subcommand_from test' -l order -x -a 'file random'
complete -c sfm -n '__fish_seen_subcommand_from test' -l seed -r
complete -c sfm -n '__fish_seen_subcommand_from test' -l shard -r
complete -c sfm -n '__fish_seen_subcommand_from test' -l watch
complete -c sfm -n '__fish_seen_subcommand_from test' -l config -r
complete -c sfm -n '__fish_seen_subcommand_from test' -l no-config
complete -c sfm -n '__fish_seen_subcommand_from report' -l report -r
complete -c sfm -n '__fish_seen_subcommand_from ask' -l after -r
complete -c sfm -n '__fish_seen_subcommand_from ask' -l scenario -r
complete -c sfm -n '__fish_seen_subcommand_from ask' -l format -x -a 'pretty json'
complete -c sfm -n '__fish_seen_subcommand_from check' -l fix
complete -c sfm -n '__fish_seen_subcommand_from check' -l all-warnings
complete -c sfm -n '__fish_seen_subcommand_from check' -l format -x -a 'pretty short json'
complete -c sfm -n '__fish_seen_subcommand_from check' -l report -r
complete -c sfm -n '__fish_seen_subcommand_from check' -l config -r
complete -c sfm -n '__fish_seen_subcommand_from check' -l no-config
complete -c sfm -n '__fish_seen_subcommand_from fmt' -l write
complete -c sfm -n '__fish_seen_subcommand_from fmt' -l check
complete -c sfm -n '__fish_seen_subcommand_from fmt' -l to -x -a 'ru en'
complete -c sfm -n '__fish_seen_subcommand_from new' -l from -x -a 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum'
complete -c sfm -n '__fish_seen_subcommand_from new' -l output -r
complete -c sfm -n '__fish_seen_subcommand_from compare' -l act -r
complete -c sfm -n '__fish_seen_subcommand_from compare' -l all
complete -c sfm -n '__fish_seen_subcommand_from compare' -l format -x -a 'pretty json'
complete -c sfm -n '__fish_seen_subcommand_from show' -l format -x -a 'pretty json'
complete -c sfm -n '__fish_seen_subcommand_from coverage' -l format -x -a 'pretty json'
complete -c sfm -n '__fish_seen_subcommand_from coverage' -l threshold -r
complete -c sfm -n '__fish_seen_subcommand_from coverage' -l mutants
complete -c sfm -n '__fish_seen_subcommand_from coverage' -l policy -x -a 'ibragimovo-2024 koshdo-2024 krasnye-baki-2023 recommendations-2023 rtishchevo-2025 tekhnikum all'
complete -c sfm -n '__fish_seen_subcommand_from coverage' -l filter -r
complete -c sfm -n '__fish_seen_subcommand_from coverage' -l tag -r
complete -c sfm -n '__fish_seen_subcommand_from coverage' -l config -r
complete -c sfm -n '__fish_seen_subcommand_from coverage' -l no-config
complete -c sfm -n '__fish_seen_subcommand_from train' -l list
complete -c sfm -n '__fish_seen_subcommand_from train' -l report -r
