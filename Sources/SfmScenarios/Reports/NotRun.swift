import SfmTerms

/// What a run left out once enough had failed.
package struct NotRun: Sendable, Equatable {
    /// After so many failures.
    package let failures: Int
    package let scenarios: Int
    /// Those of which nothing was run at all; the scenarios of such as have mistakes are not among those counted.
    package let files: Int

    package init(failures: Int, scenarios: Int, files: Int) { (self.failures, self.scenarios, self.files) = (failures, scenarios, files) }

    /// Its members of an object.
    func write(_ out: inout JSONWriter) {
        out.member("notRun")
        out.number(files)
        out.member("notRunScenarios")
        out.number(scenarios)
    }

    /// «остановлено после 2 ошибок; не запускалось: 5 сценариев, из них целиком — 2 файла».
    package var words: Text {
        let failure = Plural("failure", "failures", ru: "ошибки", "ошибок", "ошибок")
        let whole = files == 0 ? Text(same: "") : Text(" (\(Plural.file.counted(files).en) as a whole)", " (целиком — \(Plural.file.counted(files).ru))")
        return Text("stopped after \(failure.counted(failures).en); not run: ", "остановлено после \(failure.counted(failures).ru); не запускалось: ")
            + Plural.scenario.counted(scenarios) + whole
    }
}
