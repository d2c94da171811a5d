import SfmTerms

/// A regulation as its sections, clauses and what they list.
struct Outline {
    struct Item {
        enum Kind: Equatable {
            /// What several clauses stand below.
            case section(String)
            case appendix(Int)
            case heading
            case number([Int])
            case bracketed(Int)
            case letter(String)
            case bullet
            /// A paragraph without a number below a heading.
            case paragraph

            var isSection: Bool {
                switch self {
                case .section, .appendix, .heading: true
                case .number, .bracketed, .letter, .bullet, .paragraph: false
                }
            }

            /// Whether it is one of a list rather than a clause by itself.
            var isListed: Bool {
                switch self {
                case .bracketed, .letter, .bullet: true
                case .section, .appendix, .heading, .number, .paragraph: false
                }
            }
        }

        let kind: Kind
        /// The place of what it stands below; `nil` for what stands below nothing.
        let parent: Int?
        let line: Int
        var paragraphs: [String] = []
        var hasChildren = false
        /// What its list begins with: «Модератор обязан:».
        var listHead: String?
        /// Whether a paragraph follows what it lists, which may be about all of it.
        var hasTail = false

        var text: String { paragraphs.joined(separator: " ") }

        /// Whether it says what is below it and nothing by itself.
        var isHeading: Bool {
            if case .number = kind { return paragraphs.count == 1 && NormWords.isHeading(paragraphs[0]) }
            return kind.isSection
        }
    }

    /// Why a line is in none of them.
    enum Reason: Int {
        case head, page, repeated, table, signature, empty

        var words: Text {
            switch self {
            case .head: Text("before the first number", "до первого номера")
            case .page: Text("a page number", "номер страницы")
            case .repeated: Text("the same line on many pages", "колонтитул")
            case .table: Text("a table", "таблица")
            case .signature: Text("a signature or an approval", "подпись или гриф")
            case .empty: Text("a number without a text", "номер без текста")
            }
        }
    }

    var items: [Item] = []
    /// Lines that are in no item, in their order.
    var unplaced: [(line: Int, reason: Reason)] = []

    /// What stands above an item, the nearest first.
    func ancestors(of item: Int) -> [Item] {
        var out: [Item] = []
        var next = items[item].parent
        while let k = next {
            out.append(items[k])
            next = items[k].parent
        }
        return out
    }
}
