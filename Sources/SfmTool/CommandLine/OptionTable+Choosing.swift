import SfmScenarios
import SfmTerms

extension OptionTable {
    /// What is run, in which order and how long.
    static let choosing: [Option] = [
        Option(
            "--filter", value: OptionValue("WORDS", "СЛОВА", .titleWords),
            Text(
                "takes the scenarios whose title or path holds the words; and, or, not and parentheses join them",
                "берёт сценарии, в названии или пути которых есть эти слова; слова соединяют и, или, не и скобки"),
            details: Text(
                """
                "words"          a title or path that holds them, whatever their case; with * or ? the whole of it
                a and b          both        a or b   one of them        not a   not it        (a or b) and not c
                "a and b"        in quotes nothing joins: these words as they stand
                given again      one of the filters is enough
                """,
                """
                слова            есть в названии или пути, прописные и строчные равны; с * или ? — название целиком
                а и б            оба         а или б   хотя бы одно      не а    его нет       (а или б) и не в
                «а и б»          в кавычках ничего не соединяет: эти слова дословно
                указан ещё раз   достаточно одного из условий
                """),
            setting: Setting("filter", "отбор", of: ["test", "coverage"], example: "\"block and not teacher\"") {
                $0.takeQueries($1, .filter, \.filters, $2)
            },
            kept: .each(\.tests.filters, ScenarioQuery.filter)),
        Option(
            "--tag", value: OptionValue("TAGS", "МЕТКИ", .tags),
            Text(
                "takes the scenarios that have the tags; and, or, not and parentheses join them",
                "берёт сценарии с этими метками; метки соединяют и, или, не и скобки"),
            details: Text(
                """
                smoke and not slow      (chats or calls) and smoke      smoke,slow: one of them      !slow: not that one
                given again      all of them must hold
                """,
                """
                дымовой и не долгий     (чаты или звонки) и дымовой     дымовой,долгий: любая из них     !долгий: без неё
                указан ещё раз   должны выполняться все условия
                """),
            setting: Setting("tag", "метки", of: ["test", "coverage"], example: "\"smoke and not slow\"") { $0.takeQueries($1, .tag, \.tags, $2) },
            kept: .each(\.tests.tags, ScenarioQuery.tag)),
        Option(
            "--fail-fast", excludes: ["--max-fail"],
            Text("stops at the first failure and says what was not run", "останавливается на первой ошибке и говорит, что не запускалось"),
            kept: .does { options, _ in options.tests.mostFailures = 1 }),
        Option(
            "--max-fail", value: .number,
            Text("stops after N failures and says what was not run", "останавливается после N ошибок и говорит, что не запускалось"),
            setting: Setting("max-fail", "предел-ошибок", of: ["test"], example: "5", expected: Setting.number) { $0.takeMaxFail($1, $2) },
            kept: .value(\.tests.mostFailures, Int.number)),
        Option(
            "--last-failed", Text("runs again what failed last time", "снова запускает то, что не прошло в прошлый раз"),
            kept: .flag(\.tests.repeatsFailed)),
        Option(
            "--order", value: .words(TestOptions.Order.allCases.map(\.rawValue)),
            Text("the order of scenarios: as in the files, or random", "порядок сценариев: как в файлах (file) или случайный (random)"),
            kept: .does { options, given throws(UsageError) in options.tests.order = try TestOptions.Order(rawValue: .word(given)) ?? .file }),
        Option(
            "--seed", value: .number,
            Text("a random order, or random walks, that can be had again", "случайный порядок или случайные прогулки, которые можно повторить"),
            kept: .value(\.tests.seed, UInt64.seed)),
        Option(
            "--walks", value: .number, excludes: ["--update", "--list"],
            Text(
                "explorations walk N times at random instead of seeing everything",
                "исследования N раз идут наугад, а не перебирают всё"),
            kept: .value(\.tests.walks, Int.number)),
        Option(
            "--watch", excludes: ["--update", "--list", "--affected", "--shard"],
            Text("runs again what a change touches, until Ctrl-C", "запускает снова то, чего касается правка, до Ctrl-C"),
            kept: .flag(\.tests.watches)),
        Option(
            "--affected",
            Text(
                "takes the files named as changed and runs them and whatever includes them or uses their policies",
                "считает названные файлы изменёнными и проверяет их и всё, что их подключает или применяет их порядки"),
            kept: .flag(\.tests.takesAffected)),
        Option(
            "--shard", value: OptionValue("I/N", "I/N", .free), excludes: ["--update", "--last-failed", "--fail-fast", "--max-fail"],
            Text(
                "runs one part of several, as 2/5; sfm report merge puts their reports together",
                "запускает одну часть из нескольких, например 2/5; отчёты частей складывает sfm report merge"),
            kept: .value(\.tests.shard, Shard.part)),
        Option(
            "--threshold", value: .number,
            Text(
                "fails if fewer than N per cent of a policy's clauses are exercised",
                "завершается с ошибкой, если проверено меньше N % пунктов порядка"),
            kept: .value(\.tests.threshold, Int.percent)),
        Option(
            "--mutants", inline: .words(TestOptions.MutantSort.allCases.map(\.rawValue)),
            Text(
                "changes one rule after another a little and says which changes no scenario would notice",
                "понемногу меняет правила одно за другим и говорит, каких изменений не заметил бы ни один сценарий"),
            details: Text(
                """
                --mutants          every small change of a rule: a role, a place, a condition dropped, a number one off, another kind of rule …
                --mutants=clauses  only whole clauses taken away
                """,
                """
                --mutants          каждое малое изменение правила: убрана роль, место, условие, число на единицу другое, другой вид правила …
                --mutants=clauses  только пункты целиком
                """),
            kept: .does { options, given throws(UsageError) in
                options.tests.mutants = given.value.isEmpty ? .rules : try TestOptions.MutantSort(rawValue: .word(given)) ?? .rules
            }),
        Option(
            "--min-score", value: .number, goesWith: "--mutants",
            Text(
                "fails if scenarios notice fewer than N per cent of the changes of a policy",
                "завершается с ошибкой, если сценарии замечают меньше N % изменений порядка"),
            kept: .value(\.tests.minScore, Int.percent)),
    ]
}
