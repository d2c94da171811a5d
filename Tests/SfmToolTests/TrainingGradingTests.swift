import Foundation
import SfmRuntime
import SfmSyntax
import SfmTerms
import Testing

@testable import SfmTool

/// Graded by what came of it, never by what was typed; and what is kept of it.
@Suite struct TrainingGradingTests {
    /// A course of one file.
    private func course(_ text: String) throws -> Course {
        let folder = try TemporaryFolder()
        let path = try folder.write("own.sfm", text)
        var scripts = ScriptSet(options: try Options(["train", path]))
        let course = try Course(path, in: .english, &scripts)
        #expect(course.problems.isEmpty && !course.items.isEmpty)
        return course
    }

    private static let world = """
        use policy "koshdo-2024"
        background
          given class teacher @petrova of group "10А"
          given students @ivanov, @sidorov in group "10А"
          given chat "10А" for students of group "10А" moderated by @petrova
          given violations of @ivanov in chat "10А" = 4
        end

        """

    private static let block = """
        exercise "Block"
          story "Block him"
          points 20
          goal @ivanov is blocked in chat "10А"
          goal no pending duties
          hint "One"
          hint "Two"
          hint "Three"
          off limits: remove, delete message because "there is a better way"
          solution
            block @ivanov for 14 days
          end
        end

        """

    private func run(_ lines: [String], _ text: String = world + block) throws -> TrainingRun {
        let run = TrainingRun(try course(text), .english)
        run.say(["1"] + lines)
        return run
    }

    @Test(arguments: [
        ["@petrova: block @ivanov in chat \"10А\" for 1 day"], ["as @petrova", "advance 3 days", "block @ivanov for 1 month because rules"],
        ["repeat 1 time", "block @ivanov for 2 weeks", "end"], ["заблокировать @ivanov на 3 дня"],
        ["violate @ivanov", "block @ivanov for 3 days", "fulfil duties"],
    ])
    func anyWayThatGetsThereCounts(lines: [String]) throws {
        #expect(try run(lines).record("own").result?.points == 20)
    }

    @Test func refusedAttemptsCostNothingAndTeach() throws {
        let run = try run([])
        #expect(run.answer("block @ivanov for 2 months").contains("clause 24 (“Blocking for repeated violations”) would permit it, if:"))
        #expect(run.answer("block @sidorov for 1 day").contains("✗ violations more than 3: now 0"))
        run.say(["block @ivanov for 1 month"])
        #expect(run.record("own").result == TrainingRecord.Result(points: 20, breaches: 0, minutes: 0))
    }

    @Test func breachesCostAndAreNamed() throws {
        let run = try run(["force @sidorov: remind @ivanov"])
        let said = run.answer("force @petrova: block @ivanov for 3 days because personal")
        #expect(said.contains("done: 12 of 20 points") && said.contains("breaches: 2 (−8)"))
        #expect(said.contains("clause 23") && said.contains("clause 26 — @petrova") && said.contains("“Not for personal reasons”"))
        #expect(run.record("own").result?.breaches == 2)
        // What was taken back has not happened; the better result stays.
        run.say(["1", "force @sidorov: remind @ivanov", "undo", "block @ivanov for 3 days", "1", "force @petrova: block @ivanov for 3 months"])
        #expect(run.record("own").result?.points == 20)
        #expect(run.record("own").attempts == 3)
    }

    @Test func breachesOfTheModelSolutionAreFree() throws {
        let text =
            Self.world
                + """
                exercise "Against the rules"
                  story "There is no other way"
                  goal @sidorov is blocked in chat "10А"
                  solution
                    force @petrova: block @sidorov for 14 days
                  end
                end

                """
        #expect(try run(["force @petrova: block @sidorov for 1 day"], text).record("own").result?.points == 10)
        let twice = ["force @sidorov: remind @ivanov", "force @petrova: block @sidorov for 1 day because personal"]
        #expect(try run(twice, text).record("own").result?.points == 6, "only one breach of clause 24 is free, none of others")
    }

    @Test func hintsCostOnceAndForAll() throws {
        let run = try run(["hint", "hint", "reset", "menu", "1"])
        run.say(["hint", "hint", "hint", "block @ivanov for 3 days"])
        #expect(run.record("own").hints == 3, "asking again is free")
        #expect(run.record("own").result?.points == 14)
    }

    @Test func theSolutionCostsEverythingAndNeedsAnAttempt() throws {
        let run = try run([])
        #expect(run.answer("solution").contains("try it yourself first"))
        run.say(["who can block @ivanov for 1 day", "nonsense"])
        #expect(run.answer("solution").contains("try it yourself first"), "neither a question nor a mistake is an attempt")
        run.say(["block @ivanov for 2 months"])
        #expect(run.answer("solution").contains("block @ivanov for 14 days"))
        run.say(["reset", "block @ivanov for 14 days"])
        #expect(run.record("own").result?.points == 0)
    }

    // MARK: - Off limits

    @Test func whatIsOffLimitsChangesNothing() throws {
        let run = try run(["depart @sidorov"])
        let before = try #require(run.box.training.repl?.session.interpreter.log.count)
        for line in ["remove @sidorov from chat \"10А\"", "force @petrova: remove @ivanov", "fulfil duties", "repeat 1 time\nremove @sidorov\nend"] {
            #expect(run.answer(line).contains("off limits in this exercise: removal from a chat, deletion of a message — there is a better way"), "\(line)")
            #expect(run.box.training.repl?.session.interpreter.log.count == before, "\(line)")
        }
        #expect(run.answer("check").contains("○ no pending duties"))
    }

    @Test(arguments: [
        "given @ivanov is blocked in chat \"10А\"", "repeat 1 time\ngiven @ivanov is blocked in chat \"10А\"\nend", "use policy \"tekhnikum\"",
        "background\ngiven @ivanov is blocked in chat \"10А\"\nend", "policy \"ours\"\nclause 1\npermit block by student\nend",
    ])
    func theWorldIsNotRewritten(line: String) throws {
        let run = try run([])
        #expect(run.answer(line).contains("the world is as it is given"))
        #expect(run.record("own").result == nil)
        #expect(run.answer("check").contains("○ @ivanov is blocked"))
    }

    @Test func filesRewriteNothingEither() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cheat.sfm", "given @ivanov is blocked in chat \"10А\"\n")
        let run = try run(["load \"\(path)\""])
        #expect(run.record("own").result == nil)
        #expect(run.say([]).contains("the world is as it is given"))
    }

    @Test func theSandboxLeavesNoTrace() throws {
        let run = try run(["sandbox", "given @ivanov is blocked in chat \"10А\"", "reset", "hint", "solution", "back"])
        #expect(run.record("own") == TrainingRecord())
        #expect(run.answer("check").contains("○ @ivanov is blocked"))
    }

    @Test func goalsMayBeLostAgain() throws {
        let run = try run(["violate @sidorov"])
        #expect(run.say([]).contains("✗ no longer met: no pending duties"))
        #expect(run.answer("undo").contains("✓ goal: no pending duties (1 / 2)"))
    }

    // MARK: - Progress

    @Test func progressIsReadAsItIsWritten() {
        var progress = TrainingProgress()
        progress.name = "Анна\tПетровна\\n"
        progress["/a\tb\n", "01"] = TrainingRecord(
            attempts: 3, hints: 1, isSolutionShown: true, isSkipped: false, result: .init(points: 7, breaches: 2, minutes: 90))
        progress["shipped", "02#2"] = TrainingRecord(isSkipped: true, open: ["violate @a", "repeat 2 times\n  remind @a\nend\t"])
        progress.meet("shipped", exercises: ["01", "02#2"]) { _ in false }
        let (read, damaged) = TrainingProgress.parse(progress.text)
        #expect(read == progress && damaged.isEmpty)
    }

    @Test func damagedLinesAreReportedAndStay() throws {
        let folder = try TemporaryFolder()
        let good = "exercise\tshipped\t01-application\t1\t0\tno\tno\t9\t0\t0"
        let path = try folder.write("training", "name\tAnna\n\(good)\nexercise\tshipped\nexercise\ta\tb\t1\t1\tmaybe\tno\t-\t-\t-\nrubbish \u{1B}[31m\n")
        let run = TrainingRun(Course(shippedIn: .english), .english, state: path)
        #expect(run.say([]).contains("not understood, kept as they are: line 3, 4, 5"))
        #expect(run.record("01-application").result?.points == 9)
        run.say(["2", "skip"])
        let kept = try String(contentsOfFile: path, encoding: .utf8)
        #expect(kept.contains(good) && kept.contains("\nrubbish \u{1B}[31m\n") && kept.contains("name\tAnna"))
    }

    /// Each window writes what it did onto what the other has written.
    @Test func twoWindowsLoseNothing() throws {
        let folder = try TemporaryFolder()
        let state = folder.path + "/training"
        let course = TrainingRun.course(.english)
        let (a, b) = (TrainingRun(course, .english, state: state), TrainingRun(course, .english, state: state))
        a.say(["1", "hint", "skip"])
        b.say(["2", "hint", "hint", "skip", "menu", "1", "hint"])
        a.say(["menu", "1", "hint"])
        let both = TrainingRun(course, .english, state: state)
        #expect(both.record(course.items[0].id).hints == 2 && both.record(course.items[0].id).isSkipped)
        #expect(both.record(course.items[1].id).hints == 2 && both.record(course.items[1].id).isSkipped)
        #expect(a.record(course.items[1].id) == both.record(course.items[1].id), "what the other did is known")
        var status = stat()
        #expect(stat(state, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test func changesOfTwoSidesAddUp() {
        let base = TrainingRecord(attempts: 2, hints: 1)
        let mine = TrainingRecord(attempts: 3, hints: 1, result: .init(points: 8, breaches: 0, minutes: 5))
        let theirs = TrainingRecord(attempts: 4, hints: 2, isSolutionShown: true, result: .init(points: 6, breaches: 1, minutes: 9))
        let merged = mine.merged(with: theirs, since: base)
        #expect(merged == theirs.merged(with: mine, since: base))
        #expect(merged.attempts == 5 && merged.hints == 2 && merged.isSolutionShown && merged.result?.points == 8)
        #expect(base.merged(with: theirs, since: base) == theirs && mine.merged(with: base, since: base) == mine)
    }

    @Test func aCourseThatWasMovedIsKnownAgain() throws {
        let folder = try TemporaryFolder()
        let state = folder.path + "/training"
        func course(_ name: String) throws -> Course {
            var scripts = ScriptSet(options: try Options(["train", folder.path + "/" + name]))
            return try Course(folder.path + "/" + name, in: .english, &scripts)
        }
        try FileManager.default.copyItem(atPath: ToolRun.root + "/Tests/Golden/train/course", toPath: folder.path + "/before")
        TrainingRun(try course("before"), .english, state: state).say(["2", "hint", "hint", "menu"])
        try FileManager.default.copyItem(atPath: folder.path + "/before", toPath: folder.path + "/copy")
        let copy = TrainingRun(try course("copy"), .english, state: state)
        #expect(copy.record("02-blocking").hints == 0, "the other one is still there")
        try FileManager.default.removeItem(atPath: folder.path + "/before")
        try FileManager.default.moveItem(atPath: folder.path + "/copy", toPath: folder.path + "/after")
        #expect(TrainingRun(try course("after"), .english, state: state).record("02-blocking").hints == 2)
    }

    @Test func anExerciseLeftInTheMiddleGoesOn() throws {
        let folder = try TemporaryFolder()
        let state = folder.path + "/training"
        let course = TrainingRun.course(.english)
        TrainingRun(course, .english, state: state).say(["2", "block @ivanov for 1 day", "remind @ivanov"])
        let again = TrainingRun(course, .english, state: state)
        #expect(again.box.training.greeting.rawText.contains("next: 2. "))
        let resumed = again.answer("next")
        #expect(resumed.contains("gone on with where you left") && resumed.contains("  remind @ivanov\n"))
        #expect(again.answer("undo").contains("✓"))
        #expect(again.record("02-blocking").attempts == 1, "it is the same attempt")
        #expect(!again.answer("reset").contains("gone on with"))
        #expect(!TrainingRun(course, .english, state: state).answer("2").contains("gone on with"))
    }

    @Test func whereNothingCanBeKeptItIsSaidOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write("file", "")
        for state in [folder.path + "/file/sfm/training", folder.path] {
            let run = TrainingRun(TrainingRun.course(.russian), .russian, state: state)
            let said = run.say(["1", "подсказка", "подсказка", "пропустить"])
            #expect(said.components(separatedBy: "ход обучения не сохраняется").count == 2)
            #expect(said.contains("подсказка 2/3") && said.contains("2. Блокировка"))
        }
    }

    @Test func theNameIsAskedOnceAndMayBeEmpty() throws {
        let folder = try TemporaryFolder()
        let course = TrainingRun.course(.english)
        let run = TrainingRun(course, .english, state: folder.path + "/training", asksName: true)
        #expect(run.box.training.prompt.rawText.contains("your name"))
        #expect(run.answer("  Анна <b> ").contains("0 of "))
        run.say(["report \"\(folder.path)/r.html\""])
        #expect(try String(contentsOfFile: folder.path + "/r.html", encoding: .utf8).contains("<p>Анна &lt;b&gt;</p>"))
        #expect(TrainingRun(course, .english, state: folder.path + "/training", asksName: true).box.training.prompt == "course › ")
    }
}
