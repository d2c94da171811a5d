/// The parts of an act or a fact that have been read so far.
struct ReadParts {
    private(set) var slots: [SlotNode] = []
    /// Which slots those are.
    private(set) var filled = SlotSet()
    private(set) var last: Slot?
    var negated: Bool

    init(negated: Bool = false) {
        self.negated = negated
        // Few acts have more.
        slots.reserveCapacity(4)
    }

    init(_ first: consuming SlotNode) {
        self.init()
        add(first)
    }

    mutating func add(_ node: consuming SlotNode) {
        // `as "a", as "b"`: a message of both kinds.
        if node.slot == .kinds, filled.contains(.kinds), let k = slots.firstIndex(where: { $0.slot == .kinds }),
            case .names(let known) = slots[k].value, case .names(let more) = node.value
        {
            slots[k].value = .names(known + more.filter { !known.contains($0) })
            return
        }
        filled.insert(node.slot)
        last = node.slot
        // They mostly come as they are kept.
        var place = slots.count
        while place > 0, node.slot.rank < slots[place - 1].slot.rank { place -= 1 }
        if place == slots.count { slots.append(node) } else { slots.insert(node, at: place) }
    }

    /// The parts in an order of their own, whatever the order of the text, which may be another in another language: what is mentioned
    /// last does not depend on it.
    consuming func list() -> [SlotNode] { slots }

    /// Whether nothing of that kind is attached yet: of attachments there may be several.
    func lacks(preset: UInt8?) -> Bool { !slots.contains { if case .namedChoice(preset, _) = $0.value { true } else { false } } }

    func has(_ slot: Slot) -> Bool { filled.contains(slot) }
}
