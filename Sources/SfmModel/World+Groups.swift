import SfmTerms

extension World {
    /// The chats of a group.
    public func chats(of group: GroupID) -> [ChatID] {
        group == .absent ? [] : self[group: group].chats.filter { self[chat: $0].group == group && !self[chat: $0].isDeleted }.sorted()
    }

    /// Puts a student into a group, or out of any with `.absent`.
    public mutating func place(_ person: PersonID, in group: GroupID) {
        let left = people[person.index].group
        self[person: person].group = group
        if left != group { s.moves.append((person, left)) }
        acquaint(person, with: group)
        for parent in self[person: person].parents { acquaint(parent, with: group) }
    }

    public mutating func appoint(_ person: PersonID, classTeacherOf group: GroupID) {
        guard !people[person.index].leads.contains(group) else { return }
        self[person: person].leads.insert(group)
        self[group: group].leaders.insert(person)
        acquaint(person, with: group)
    }

    /// Whether somebody who has not left is the class teacher of a group.
    public func hasClassTeacher(_ group: GroupID) -> Bool { groups[group.index].leaders.contains { !marks(of: $0).isGone } }

    /// Ends the class teacher's work with a group, or with all of them.
    public mutating func relieve(_ person: PersonID, ofClass group: GroupID = .absent) {
        for led in group == .absent ? Array(people[person.index].leads) : [group] { self[group: led].leaders.remove(person) }
        if group == .absent { self[person: person].leads.removeAll() } else { self[person: person].leads.remove(group) }
    }

    public mutating func assign(_ person: PersonID, subject: NameID, in group: GroupID) {
        self[person: person].teaches.append((subject, group))
        acquaint(person, with: group)
    }

    /// Ends the teaching of subjects in a group, or in all of them.
    public mutating func release(_ person: PersonID, ofGroup group: GroupID = .absent) {
        self[person: person].teaches.removeAll { group == .absent || $0.group == group }
    }

    /// Takes somebody out of every group, as student and as teacher.
    public mutating func withdraw(_ person: PersonID) {
        place(person, in: .absent)
        relieve(person)
        release(person)
    }

    public mutating func relate(parent: PersonID, to child: PersonID) {
        // Each has the other in its list or neither has: the shorter one tells.
        let (children, parents) = (s.people[parent.index].children, s.people[child.index].parents)
        if children.count < parents.count ? !children.contains(child) : !parents.contains(parent) {
            self[person: parent].children.append(child)
            self[person: child].parents.append(parent)
        }
        acquaint(parent, with: self[person: child].group)
    }

    private mutating func acquaint(_ person: PersonID, with group: GroupID) {
        guard group != .absent else { return }
        self[group: group].acquainted.append(person)
    }

    /// The people of a chat's audience as they are now, in order of appearance.
    public func people(of audience: RoleSet, group: GroupID) -> [PersonID] {
        let candidates = group == .absent ? people.indices.map { PersonID($0) } : Array(Set(groups[group.index].acquainted)).sorted()
        return candidates.filter { id in
            !marks(of: id).isGone && !roles(of: id).isDisjoint(with: audience)
                && (group == .absent || belongs(id, to: group, as: roles(of: id).intersection(audience)))
        }
    }
}
