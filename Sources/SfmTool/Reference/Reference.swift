import SfmPolicy
import SfmRuntime
import SfmScenarios
import SfmSyntax
import SfmTerms

/// The whole language as one Markdown document: docs/reference.md and docs/reference.ru.md.
struct Reference {
    private let topics: Topics
    private var language: Language { topics.language }

    init(_ language: Language) { topics = Topics(language) }

    var markdown: String {
        language(
            "# Reference\n\nMade by `scripts/reference` from the tables of the program: do not edit. [По-русски](reference.ru.md)\n\n",
            "# Справочник\n\nСделан командой `scripts/reference` по таблицам программы, править его не нужно. [In English](reference.md)\n\n")
            + statements + acts + facts + conditions + roles + properties + policies + diagnostics + limits + statuses
    }

    private func section(_ en: String, _ ru: String, _ text: String = "") -> String { "## \(language(en, ru))\n\n" + (text.isEmpty ? "" : text + "\n\n") }

    private var statements: String {
        section("Statements", "Высказывания")
            + Markdown.table(
                [language("word", "слово"), language("also", "пишут и так"), language("what it does", "что делает")],
                Keyword.table.map { entry in
                    let phrases = language(entry.en, entry.ru)
                    return [Markdown.cell([phrases[0]]), Markdown.cell(Array(phrases.dropFirst())), Markdown.escaped(entry.keyword.meaning[language])]
                })
    }

    private var acts: String {
        let intro = language(
            "In forms `[…]` may be left out, `@x` is a person, and labelled parts come in any order.",
            "В записи `[…]` можно опустить, `@x` — человек, части с предлогами стоят в любом порядке.")
        return section("Acts", "Действия", intro) + topics.acts.map(\.markdown).joined()
    }

    private var facts: String {
        section("Facts", "Утверждения")
            + Markdown.table(
                [language("written", "пишется"), language("use", "где годится")],
                FactTable.all.map { fact in
                    [Markdown.cell(fact.forms.usages(language)), fact.set == nil ? language("expect", "ожидаем") : language("given, expect", "дано, ожидаем")]
                })
    }

    private var conditions: String {
        section("Conditions", "Условия", language("What a condition may ask, and of which acts.", "О чём можно спросить в условии и о каких действиях."))
            + Markdown.table(
                [language("attribute", "что спрашивают"), language("of which acts", "о каких действиях")],
                AttributeTable.all.map { [Markdown.cell([$0.name[language]]), Markdown.escaped(topics.asked($0))] })
    }

    private var roles: String {
        section("Roles", "Роли")
            + Markdown.table(
                [language("role", "роль"), language("also", "пишут и так"), language("is also", "это и")],
                RoleNoun.table.map { noun in
                    [Markdown.cell([noun.inflected(language)]), Markdown.cell(topics.also(noun)), topics.brings(noun.role).joined()]
                })
    }

    private var properties: String {
        section("Properties of the platform", "Свойства платформы", language("What a clause may state of it.", "Что пункт может о ней сказать."))
            + Markdown.table(
                [language("property", "свойство"), language("presupposes", "предполагает")],
                ChoiceWords.mechanisms.map { entry in
                    [Markdown.cell(["\(language("states", "свойство")) \(language(entry.en[0], entry.shown))"]), topics.presupposed(by: entry).joined()]
                })
    }

    private var policies: String {
        var library = Library()
        var out = section("Policies", "Порядки")
        for id in Library.shippedIDs {
            guard let policy = library.shippedPolicy(id) else { continue }
            out += "### \(id)\n\n\(Markdown.escaped(policy.title[language]))\n\n"
            out += Markdown.table(
                [language("clause", "пункт"), language("kind", "вид"), language("title", "о чём")],
                policy.clauses.map { [$0.id, Coverage.name($0.kind, language), Markdown.escaped($0.title[language])] })
        }
        return out
    }

    private var diagnostics: String {
        let intro = language("`sfm explain CODE` tells more.", "Подробнее — `sfm explain КОД`.")
        return section("Messages", "Сообщения", intro)
            + Markdown.table(
                [language("code", "код"), language("meaning", "что значит")],
                DiagnosticCatalogue.all.map { [$0.code.text, Markdown.escaped($0.title[language])] })
    }

    private var limits: String {
        section("Limits", "Пределы")
            + Markdown.table(
                [language("option", "параметр"), language("limit of", "чего предел"), language("without it", "без него")],
                LimitOption.all.map { [Markdown.code($0.option), $0.meaning[language], String($0.value)] })
    }

    private var statuses: String {
        section("Exit status", "Код возврата")
            + Markdown.table(
                [language("status", "код"), language("meaning", "что значит")], ExitStatus.allCases.map { [String($0.rawValue), $0.meaning[language]] })
    }
}
