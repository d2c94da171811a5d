import SfmTerms

/// The case in which Russian needs a noun.
public enum GrammaticalCase: UInt8, Sendable {
    case nominative, genitive, dative, accusative, instrumental
}

/// A role's names: how it is printed in every case, and what else people call it.
public struct RoleNoun: Sendable {
    public let role: Role
    public let english: (one: String, many: String)
    /// Nominative, genitive, dative, accusative, instrumental.
    public let singular: [String]
    public let plural: [String]
    /// Further English phrases.
    public let alsoEnglish: [String]
    /// Further Russian phrases, in the nominative.
    public let alsoRussian: [String]

    private init(
        _ role: Role, _ one: String, _ many: String, _ singular: String, _ plural: String, en: [String] = [], ru: [String] = []
    ) {
        self.role = role
        english = (one, many)
        self.singular = Self.cases(singular)
        self.plural = Self.cases(plural)
        (alsoEnglish, alsoRussian) = (en, ru)
    }

    /// The five cases of a comma list.
    private static func cases(_ list: String) -> [String] {
        list.utf8.split(separator: UInt8(ascii: ",")).compactMap { String($0.drop { $0 == 32 }) }
    }

    /// The noun in a language, number and case.
    public func inflected(_ language: Language, plural many: Bool = false, _ grammaticalCase: GrammaticalCase = .nominative) -> String {
        if language == .english { return many ? english.many : english.one }
        return (many ? plural : singular)[Int(grammaticalCase.rawValue)]
    }

    /// The noun behind a number: «1 ученик», «3 ученика», «5 учеников».
    func counted(_ language: Language, count: Int) -> String {
        let number = Plural("one", "many", ru: "one", "few", "many").noun(count, language)
        if number == "one" { return inflected(language) }
        return inflected(language, plural: number == "many", .genitive)
    }

    /// Every phrase that names the role, in any language.
    public var phrases: [String] { [english.one, english.many] + alsoEnglish + singular + plural + alsoRussian }

    public static func of(_ role: Role) -> RoleNoun { table[Int(role.rawValue)] }

    public static let table: [RoleNoun] = [
        RoleNoun(
            .student, "student", "students", "ученик, ученика, ученику, ученика, учеником",
            "ученики, учеников, ученикам, учеников, учениками", ru: ["обучающийся", "учащийся", "студент"]),
        RoleNoun(
            .parent, "parent", "parents", "родитель, родителя, родителю, родителя, родителем",
            "родители, родителей, родителям, родителей, родителями", en: ["legal representative", "legal representatives"],
            ru: ["законный представитель"]),
        RoleNoun(
            .teacher, "teacher", "teachers", "учитель, учителя, учителю, учителя, учителем",
            "учителя, учителей, учителям, учителей, учителями", ru: ["педагог", "преподаватель", "педагогический работник"]),
        RoleNoun(
            .classTeacher, "class teacher", "class teachers",
            "классный руководитель, классного руководителя, классному руководителю, классного руководителя, классным руководителем",
            "классные руководители, классных руководителей, классным руководителям, классных руководителей, классными руководителями",
            ru: ["куратор", "мастер группы"]),
        RoleNoun(
            .subjectTeacher, "subject teacher", "subject teachers",
            "учитель-предметник, учителя-предметника, учителю-предметнику, учителя-предметника, учителем-предметником",
            "учителя-предметники, учителей-предметников, учителям-предметникам, учителей-предметников, учителями-предметниками",
            ru: ["учитель предмета", "педагог-предметник"]),
        RoleNoun(
            .director, "director", "directors", "директор, директора, директору, директора, директором",
            "директора, директоров, директорам, директоров, директорами", en: ["head of the school"],
            ru: ["руководитель школы", "руководитель", "директор школы"]),
        RoleNoun(
            .deputy, "deputy", "deputies", "заместитель, заместителя, заместителю, заместителя, заместителем",
            "заместители, заместителей, заместителям, заместителей, заместителями", en: ["deputy director", "deputy head"],
            ru: ["заместитель директора", "заместитель руководителя", "завуч"]),
        RoleNoun(
            .administration, "administration", "administration",
            "администрация, администрации, администрации, администрацию, администрацией",
            "администрация, администрации, администрации, администрацию, администрацией", ru: ["администрация школы"]),
        RoleNoun(
            .employee, "employee", "employees", "работник, работника, работнику, работника, работником",
            "работники, работников, работникам, работников, работниками", en: ["staff"],
            ru: ["сотрудник", "работник школы"]),
        RoleNoun(
            .admin, "admin", "admins", "администратор, администратора, администратору, администратора, администратором",
            "администраторы, администраторов, администраторам, администраторов, администраторами",
            ru: ["администратор платформы", "администратор школы"]),
        RoleNoun(
            .additionalAdmin, "additional admin", "additional admins",
            "дополнительный администратор, дополнительного администратора, дополнительному администратору, дополнительного "
                + "администратора, дополнительным администратором",
            "дополнительные администраторы, дополнительных администраторов, дополнительным администраторам, дополнительных "
                + "администраторов, дополнительными администраторами"
        ),
        RoleNoun(
            .moderator, "moderator", "moderators", "модератор, модератора, модератору, модератора, модератором",
            "модераторы, модераторов, модераторам, модераторов, модераторами"),
        RoleNoun(
            .parentActivist, "parent activist", "parent activists",
            "член родительского актива, члена родительского актива, члену родительского актива, члена родительского актива, членом родительского актива",
            "члены родительского актива, членов родительского актива, членам родительского актива, членов родительского актива, членами родительского актива",
            ru: ["родительский актив", "активист родитель"]),
        RoleNoun(
            .studentActivist, "student activist", "student activists",
            "член ученического актива, члена ученического актива, члену ученического актива, члена ученического актива, членом ученического актива",
            "члены ученического актива, членов ученического актива, членам ученического актива, членов ученического актива, членами ученического актива",
            ru: ["ученический актив", "активист"]),
        RoleNoun(
            .responsible, "responsible person", "responsible persons",
            "ответственный, ответственного, ответственному, ответственного, ответственным",
            "ответственные, ответственных, ответственным, ответственных, ответственными", en: ["responsible"]),
        RoleNoun(
            .outsider, "outsider", "outsiders", "посторонний, постороннего, постороннему, постороннего, посторонним",
            "посторонние, посторонних, посторонним, посторонних, посторонними", ru: ["третье лицо", "третьи лица"]),
        RoleNoun(
            .participant, "participant", "participants", "участник, участника, участнику, участника, участником",
            "участники, участников, участникам, участников, участниками", en: ["user", "users"],
            ru: ["пользователь", "участник школы", "участник образовательных отношений"]),
        RoleNoun(
            .anyone, "anyone", "anyone", "любой, любого, любому, любого, любым", "все, всех, всем, всех, всеми",
            en: ["anybody", "everyone", "everybody"]),
    ]
}
