import SfmTerms

/// Rules and their parts in words, for what is built on the policies rather than on their text.
extension FormPrinter {
    /// `permit block by moderator when violations > 3`, «разрешено модератору блокировать, если нарушений более 3».
    public func rule(_ rule: RuleNode) -> String { RulePrinter(self).rule(rule) }

    /// A declaration with the word that it begins with: `mark "consent" of person`.
    public func declaration(_ word: OwnWordNode) -> String {
        let printer = RulePrinter(self)
        return printer.keyword(of: word) + " " + printer.declaration(word)
    }

    public func condition(_ condition: ConditionNode) -> String { ConditionPrinter(RulePrinter(self)).condition(condition) }

    /// The act as a rule names it: `block`, «блокировать».
    public func head(ofAct act: Int) -> String { RulePrinter(self).heads([RuleActNode(act: act, span: .none)], perfective: false) }

    /// What a duty arises from: `when violate`, «при нарушении».
    public func occasion(_ rule: RuleNode) -> String {
        String(RulePrinter(self).occasion(rule).drop { " ,".contains($0) })
    }

    /// `to group, school`, «в чате», with the preposition that the act has.
    public func places(_ rule: RuleNode) -> String { RulePrinter(self).places(rule.qualifiers.places, rule.acts) }

    /// What narrows the acts beside roles and places, as their own forms word it: `set site`, `as offensive`, `with photo`.
    public func details(_ rule: RuleNode) -> String { RulePrinter(self).details(rule.qualifiers, rule.acts).joined(separator: ", ") }

    /// One part of an act: `with photo`, «в канале "Новости"».
    public func part(_ slot: Slot, _ value: RuleValue, ofAct act: Int) -> String {
        RulePrinter(self).slotValue(slot, value, [RuleActNode(act: act, span: .none)], .nominative)
    }
}
