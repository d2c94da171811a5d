import Testing

@testable import SfmTool

/// How the lines of a regulation become its clauses.
@Suite struct OutlineTests {
    /// The ids of the clauses, with the first word of each.
    private func clauses(_ text: String) -> [String] {
        let outline = OutlineReader.outline(of: RegulationText(text))
        let policy = PolicyFromText(name: "x", source: "x", language: .russian, outline: outline)
        let names = ClauseNames(outline, .russian)
        return policy.clauses.map { names.ids[$0] + " " + (outline.items[$0].text.split(separator: " ").first ?? "") }
    }

    private func unplaced(_ text: String) -> [String] {
        OutlineReader.outline(of: RegulationText(text)).unplaced.map { "\($0.line) \($0.reason)" }
    }

    @Test(arguments: [
        ("1. Раз.\n2. Два.", ["1 Раз.", "2 Два."]),
        ("1.1.Раз.\n1.2 Два.\n1.3) Три.", ["1.1 Раз.", "1.2 Два.", "1.3 Три."]),
        ("п. 3.2 Раз.\nПункт 3.3. Два.\n§ 4. Три.", ["3.2 Раз.", "3.3 Два.", "4 Три."]),
        ("1. Раз:\nа) два;\nб) три.", ["1.1 два;", "1.2 три."]),
        ("1. Раз:\n1) два;\n2) три.", ["1.1 два;", "1.2 три."]),
        ("1. Раз:\n- два;\n– три;\n• четыре.", ["1.1 два;", "1.2 три;", "1.3 четыре."]),
        ("1. Раз:\n- два:\n  - три;\n  - четыре;\n- пять.", ["1.1.1 три;", "1.1.2 четыре;", "1.2 пять."]),
        // A number of the text's own comes first.
        ("1. Раз:\n- два;\n1.1. Три.", ["тире.1.1 два;", "1.1 Три."]),
        ("I. Раздел\n1. Раз.\nII. Раздел\n1. Два.\n2. Три.", ["1 Раз.", "II.1 Два.", "II.2 Три."]),
        ("Раздел 1. Первый\n1. Раз.\nРаздел 2. Второй\n1. Два.", ["1 Раз.", "раздел2.1 Два."]),
        ("Глава 1\n1. Раз.\nГлава 2\n2. Два.", ["1 Раз.", "2 Два."]),
        ("1. Раз.\n2. Два.\n1. Три.\n2. Четыре.", ["1 Раз.", "2 Два.", "часть2.1 Три.", "часть2.2 Четыре."]),
        ("1. Раз.\n2. Два.\n2. Три.\n3. Четыре.", ["1 Раз.", "2 Два.", "повтор.2 Три.", "3 Четыре."]),
        ("1. Раз.\nПриложение 1\n1. Два.\nПриложение № 2 к правилам\n1. Три.", ["1 Раз.", "app.1.1 Два.", "app.2.1 Три."]),
        // What is no number of a clause.
        ("1. Правила действуют с\n01.09.2024 и до\n2.5 лет, потом\n3 дня подряд.", ["1 Правила"]),
        ("1. В чате не пишут с 21.00 до\n7.30 утра и по п.\n3.2 приказа.", ["1 В"]),
        ("1. Раз,\n\nдва и три.\n2. Два.", ["1 Раз,", "2 Два."]),
        ("1. Общие положения\nРаз два три четыре.\n\nПять шесть семь.", ["1.1 Раз", "1.2 Пять"]),
        ("998. Раз.\n999. Два.\n1000. Три слова или больше.\n2024. Нет.", ["998 Раз.", "999 Два.", "1000 Три"]),
        ("Раз два три четыре пять.\n\nШесть семь.", ["1 Раз", "2 Шесть"]),
    ]) func numbers(text: String, expected: [String]) { #expect(clauses(text) == expected) }

    @Test func whatIsNotPlaced() {
        #expect(unplaced("УТВЕРЖДАЮ\nДиректор И. И. Примеров\n\n1. Раз.") == ["1 head", "2 head"])
        #expect(unplaced("1. Раз.\n\n- 2 -\n\n2. Два.\nстр. 3 из 4\n") == ["3 page", "6 page"])
        #expect(unplaced("1. Раз.\nКто\tЧто\tКогда\nА\tБ\tВ\n2. Два.") == ["2 table", "3 table"])
        #expect(unplaced("1. Раз.\nДиректор\n\nИ. И. Примеров\n") == ["4 signature"])
        #expect(unplaced("1. Раз.\nШкола у реки\n2. Два.\nШкола у реки\n3. Три.\nШкола у реки\n") == ["2 repeated", "4 repeated", "6 repeated"])
        #expect(unplaced("1. Раз.\n2.\n3. Три.") == ["2 empty"])
    }

    @Test(
        "a broken line goes on, a new paragraph does not",
        arguments: [
            ("1. Модератор следит за порядком и\nвправе удалять сообщения.", 1), ("1. Раз два три четыре.\n\nПять.", 2), ("1. Слово пере\u{AD}\nнесено.", 1),
        ]) func paragraphs(text: String, expected: Int)
    {
        #expect(OutlineReader.outline(of: RegulationText(text)).items.first?.paragraphs.count == expected)
    }

    @Test(arguments: [
        ("Модератор вправе удалять сообщения.", "Модератор вправе удалять сообщения"),
        ("чат открывают", "Чат открывают"),
        ("Первое. Второе.", "Первое"),
        ("Приказ от 01.09.2024 г. № 5 хранит И. О. директора. Второе.", "Приказ от 01.09.2024 г. № 5 хранит И. О. директора"),
        (
            "Слово и дело, которое начато весной вместе с учениками, заканчивают осенью в присутствии учителей",
            "Слово и дело, которое начато весной вместе с учениками…"
        ),
        (
            "Участники переписки обязаны беречь время друг друга и не писать по ночам никому из учителей",
            "Участники переписки обязаны беречь время друг друга и не писать…"
        ),
        (
            "Порядок чата (его утверждает директор школы по предложению совета старшеклассников) висит в холле",
            "Порядок чата (его утверждает директор школы по предложению)…"
        ),
    ]) func titles(text: String, expected: String) { #expect(ShortTitle.of(text) == expected) }
}
