import Glibc
import SfmTerms
import Testing

@testable import SfmTool

/// No sentence of ours ends in the words of the operating system.
@Suite struct SystemErrorTests {
    @Test func everyNumberHasWordsInBothLanguages() {
        for number in Int32(-1)...200 {
            let text = SystemError.message(number)
            #expect(!text.en.isEmpty && text.ru.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }, "\(number)")
            #expect(!text.ru.unicodeScalars.contains { (0x41...0x7A).contains($0.value) }, "\(text.ru)")
            #expect(text.en != String(cString: strerror(number)))
        }
        #expect(SystemError.message(199).en.contains("199") && SystemError.message(199).ru.contains("199"))
        #expect(Set(SystemError.table.map(\.number)).count == SystemError.table.count)
    }

    @Test func aFileThatCannotBeWrittenIsSaidInTheLanguageOfTheRest() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.sfm", "создать группу \"7А\"\n")
        let run = ToolRun(["test", file, "--report", "junit=\(folder.path)/нет/x.xml", "--lang", "ru"])
        #expect(run.error.contains("нет такого файла или папки") && !run.error.contains("No such file"), "\(run.error)")
    }
}
