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
        filled.insert(node.slot)
        last = node.slot
        slots.append(node)
    }

    /// The parts in the order in which they stand.
    consuming func list() -> [SlotNode] { slots }

    /// Whether nothing of that kind is attached yet: of attachments there may be several.
    func lacks(preset: UInt8?) -> Bool { !slots.contains { if case .namedChoice(preset, _) = $0.value { true } else { false } } }

    func has(_ slot: Slot) -> Bool { filled.contains(slot) }
}
