import Foundation
import Testing

@testable import SfmTool

/// The paths of a command line.
@Suite struct PathTests {
    @Test func aFileRunsOnceHoweverItIsSpelt() throws {
        let folder = try TemporaryFolder()
        try folder.write("pass/a.sfm", "register school\n")
        let pass = folder.path + "/pass"
        symlink(pass, folder.path + "/again")
        for other in [pass + "/", pass + "/../pass", folder.path + "/./pass", pass + "/a.sfm", pass + "/./a.sfm", folder.path + "/again"] {
            let run = ToolRun(["test", pass, other])
            #expect(run.status == .ok && run.out.contains("1 passed, 0 failed"), "\(other): \(run.out)")
        }
        try folder.write("pass/b.sfm", "register school\n")
        #expect(ToolRun(["test", pass + "/a.sfm", pass + "/b.sfm"]).out.contains("2 passed, 0 failed"))
    }
}
