import Testing

@testable import SfmTool

/// What of the contract's settled points shows before a script runs, or beside it; what it means is in Tests/Scenarios/contract.
@Suite struct ContractTests {
    private static let people = """
        background
          given school "S" with admin @adm
          given class teacher @ct of group "7B"
          given student @x in group "7B"
          given chat "7B" for students of group "7B" moderated by @ct
        end

        """

    private static let school = "use policy \"koshdo-2024\"\n" + people

    private func status(_ command: String, _ scenario: String, school: String = school) throws -> ToolRun.Status {
        let folder = try TemporaryFolder()
        return ToolRun([command, try folder.write("t.sfm", school + "scenario \"1\"\n\(scenario)\nend\n")]).status
    }

    @Test func onlyWhatIsGivenChecksNothing() throws {
        let cases = [("given @x has departed", ToolRun.Status.invalid), ("depart @x", .ok), ("advance 1 day", .ok), ("force @adm: remind @x", .ok)]
        for (scenario, tested) in cases {
            #expect(try status("test", scenario) == tested, "\(scenario)")
            #expect(try status("run", scenario) == .ok, "\(scenario)")
        }
    }

    @Test func oneScenarioThatChecksNothingIsOneTooMany() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("t.sfm", Self.school + "scenario \"1\"\ndepart @x\nend\nscenario \"2\"\ngiven @x has departed\nend\n")
        let run = ToolRun(["test", path, "--lang", "en"])
        #expect(run.status == .invalid)
        #expect(run.out.contains("SFM0601") && run.out.contains("scenario \"2\""), "\(run.out)")
    }

    /// A fact about a clause that no policy has would hold whatever happens.
    @Test func aClauseOfAFactHasToExist() throws {
        for fact in ["no breaches of clause 99", "no breach of clause 99", "breaches of clause 99 = 0", "no breaches of app. 99"] {
            #expect(try status("check", "expect \(fact)") == .invalid, "\(fact)")
        }
        #expect(try status("test", "expect no breaches of clause 24") == .ok)
    }

    @Test func aNameThatTheProgramGaveIsKnownAndNoOther() throws {
        let invite = "@ct: invite student to chat \"7B\"\n"
        #expect(try status("test", invite + "expect link L1 is open", school: Self.people) == .ok)
        #expect(try status("test", invite + "expect link L2 is open", school: Self.people) == .invalid)
        #expect(try status("test", "expect link L1 is open\n" + invite, school: Self.people) == .invalid)
        #expect(try status("test", "repeat 3 times\n\(invite)end\nexpect link L3 is open", school: Self.people) == .ok)
        #expect(try status("test", "@ct: invite student to chat \"7B\" as link mine\n\(invite)expect link L2 is open", school: Self.people) == .ok)
        #expect(try status("test", "expect allowed: " + invite + "expect link L1 is open", school: Self.people) == .invalid)
    }

    @Test func aChatThatTheProgramMadeIsKnownByItsGroup() throws {
        let begin = "register school\ncreate group \"7B\"\ninvite parent to chat\n"
        #expect(try status("test", begin + "expect chat \"7B\" exists\ninvite student to chat \"7B\"", school: "") == .ok)
        #expect(try status("test", "create group \"7B\"\nexpect members of chat \"7B\" = 0", school: "") == .invalid)
    }
}
