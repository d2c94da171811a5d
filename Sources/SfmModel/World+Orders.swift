import SfmTerms

extension World {
    /// Enters that an order has been issued, and what it says; what nobody says of it stays as it was.
    public mutating func issue(_ id: OrderID, about: NameID = .absent, appointing person: PersonID = .absent) {
        let was = self[order: id].isAtLarge
        self[order: id].stages.insert(.issued)
        if about != .absent { self[order: id].about = about }
        if person != .absent {
            self[order: id].appoints = person
            self[person: person].marks.formUnion(.appointedByOrder)
        }
        school.ordersAtLarge += (self[order: id].isAtLarge ? 1 : 0) - (was ? 1 : 0)
    }

    /// Whether an order has been issued that appoints somebody.
    public func isAppointedByOrder(_ person: PersonID) -> Bool { school.ordersAtLarge > 0 || marks(of: person).contains(.appointedByOrder) }

    /// Whether the order of a number has been issued and appoints somebody.
    public func order(named name: NameID, appoints person: PersonID) -> Bool {
        guard name != .absent, order(named: name) != .absent else { return false }
        let order = self[order: order(named: name)]
        return order.isAtLarge || person != .absent && order.appoints == person && order.stages.contains(.issued)
    }
}
