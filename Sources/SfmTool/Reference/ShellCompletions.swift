import SfmRuntime
import SfmTerms

/// Completions for shells: commands, options, closed choices, policies, files.
enum ShellCompletions {
    private static let table = CommandLineTable(.english)
    private static let policies = Library.shippedIDs

    /// Options of which several may follow one another with a comma are completed by their first.
    private static func choices(_ option: CommandLineTable.Option) -> [String] {
        switch option.name {
        case "--policy": policies + ["all"]
        case "--from": policies
        default: option.choices
        }
    }

    static func bash() -> String {
        var out = "# bash completion for sfm. Made by scripts/reference.\n_sfm() {\n"
        out += "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
        out += "    case \"$command $previous\" in\n"
        // One name may offer different words to different commands.
        let places = table.everywhere.map { ("*", $0) } + table.commands.flatMap { command in command.options.map { (command.name, $0) } }
        for (command, option) in places {
            let words = choices(option)
            if !words.isEmpty {
                out += "        \(command)\\ \(option.name)) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\")); return ;;\n"
            }
        }
        out += "    esac\n    if ((COMP_CWORD == 1)) && [[ $current != -* ]]; then\n"
        out += "        COMPREPLY=($(compgen -W '\(table.commands.map(\.name).joined(separator: " "))' -- \"$current\")); return\n    fi\n"
        out += "    local options='\(table.everywhere.map(\.name).joined(separator: " "))'\n    case $command in\n"
        for command in table.commands where !command.options.isEmpty {
            out += "        \(command.name)) options+=' \(command.options.map(\.name).joined(separator: " "))' ;;\n"
        }
        out += "    esac\n    if [[ $current == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$current\")); return; fi\n"
        out += "    case $command in\n        compare) COMPREPLY=($(compgen -W '\((policies + ["all"]).joined(separator: " "))' -- \"$current\")) ;;\n"
        out += "        show) COMPREPLY=($(compgen -W '\(policies.joined(separator: " "))' -- \"$current\") $(compgen -f -X '!*.sfm' -- \"$current\")"
        out += " $(compgen -d -- \"$current\")) ;;\n"
        out += "        explain | help | policies) ;;\n"
        out += "        *) COMPREPLY=($(compgen -f -X '!*.sfm' -- \"$current\") $(compgen -d -- \"$current\")) ;;\n    esac\n"
        return out + "}\ncomplete -o filenames -F _sfm sfm\n"
    }

    static func zsh() -> String {
        func spec(_ option: CommandLineTable.Option) -> String {
            let words = choices(option)
            let value = option.value.isEmpty ? "" : words.isEmpty ? ":\(option.value.lowercased()):_files" : ":value:(\(words.joined(separator: " ")))"
            return "'*\(option.name)\(option.value.isEmpty ? "" : "=")[\(option.value)]\(value)'"
        }
        var out = "#compdef sfm\n# zsh completion for sfm. Made by scripts/reference.\n_sfm() {\n    local -a commands\n    commands=(\n"
        for command in table.commands { out += "        '\(command.name):\(command.summary.replacing("'", with: "’"))'\n" }
        out += "    )\n    if ((CURRENT == 2)); then _describe command commands; return; fi\n    case $words[2] in\n"
        for command in table.commands {
            if command.name == "show" {
                out += "        show) _arguments \((table.everywhere + command.options).map(spec).joined(separator: " "))"
                out += " '1:policy:{ compadd \(policies.joined(separator: " ")); _files -g \"*.sfm(-.)\" }' ;;\n"
                continue
            }
            let files = ["explain", "help", "policies", "reference"].contains(command.name) ? "" : " '*:file:_files -g \"*.sfm(-.)\"'"
            out += "        \(command.name)) _arguments \((table.everywhere + command.options).map(spec).joined(separator: " "))\(files) ;;\n"
        }
        return out + "    esac\n}\n_sfm \"$@\"\n"
    }

    static func fish() -> String {
        var out = "# fish completion for sfm. Made by scripts/reference.\n"
        let names = table.commands.map(\.name).joined(separator: " ")
        for command in table.commands {
            out += "complete -c sfm -n 'not __fish_seen_subcommand_from \(names)' -f -a \(command.name) -d '\(command.summary.replacing("'", with: "’"))'\n"
        }
        func line(_ option: CommandLineTable.Option, _ condition: String) -> String {
            let words = choices(option)
            let value = option.value.isEmpty ? "" : words.isEmpty ? " -r" : " -x -a '\(words.joined(separator: " "))'"
            return "complete -c sfm\(condition) -l \(option.name.dropFirst(2))\(value)\n"
        }
        for option in table.everywhere { out += line(option, "") }
        out += "complete -c sfm -n '__fish_seen_subcommand_from show' -a '\(policies.joined(separator: " "))'\n"
        for command in table.commands {
            for option in command.options { out += line(option, " -n '__fish_seen_subcommand_from \(command.name)'") }
        }
        return out
    }
}
