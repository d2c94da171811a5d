import Foundation
import Testing

/// The Debian package: what has to be in it is, in its place, and the same sources give the same package.
@Suite struct PackageTests {
    @Test func package() throws {
        let place = try Workplace()
        let package = "'\(ToolRun.root)/scripts/package'"
        // Any program will do for the layout; that of a release takes minutes to build.
        let environment = [
            "SFM": place.path + "/bin/sfm", "BINARY": "/bin/true", "DIST": place.path + "/dist", "DEBEMAIL": "a@b.example", "SOURCE_DATE_EPOCH": "1700000000",
        ]
        let built = try place.shell(package, environment)
        #expect(built.status == 0, "\(built.error)")
        let file = try #require(built.lines.last)
        let sum = try place.shell("md5sum < '\(file)'").out
        #expect(try place.shell(package, environment).status == 0 && place.shell("md5sum < '\(file)'").out == sum)
        #expect(try place.shell("dpkg-deb -x '\(file)' root && dpkg-deb -I '\(file)' > info").status == 0)
        #expect(try place.text("info").contains("Maintainer: the sfm project <a@b.example>"))
        for name in [
            "bin/sfm", "share/man/man1/sfm.1.gz", "share/man/ru/man1/sfm.1.gz", "share/bash-completion/completions/sfm", "share/zsh/vendor-completions/_sfm",
            "share/fish/vendor_completions.d/sfm.fish", "share/vim/vimfiles/syntax/sfm.vim", "share/vim/vimfiles/ftplugin/sfm.vim",
            "share/vim/vimfiles/ftdetect/sfm.vim", "share/org.kde.syntax-highlighting/syntax/sfm.xml", "share/doc/sfm/copyright",
            "share/doc/sfm/changelog.gz", "share/doc/sfm/changelog.Debian.gz", "share/doc/sfm/ci.ru.md", "share/lintian/overrides/sfm",
        ] { #expect(place.exists("root/usr/" + name), "\(name)") }
        let changes = try place.shell("zcat root/usr/share/doc/sfm/changelog.Debian.gz").out
        #expect(changes.hasPrefix("sfm (0.1-1) unstable; urgency=medium\n\n  * ") && changes.hasSuffix("  Tue, 14 Nov 2023 22:13:20 +0000\n"), "\(changes)")
    }

    /// Every licence that a file is under stands in the copyright file, whole.
    @Test func copyright() throws {
        let text = try String(contentsOfFile: ToolRun.root + "/packaging/debian/copyright", encoding: .utf8)
        let stanzas = text.components(separatedBy: "\n\n")
        #expect(text.hasPrefix("Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"))
        func licence(_ stanza: String) -> String? { stanza.split(separator: "\n").first { $0.hasPrefix("License: ") }.map { String($0.dropFirst(9)) } }
        let used = Set(stanzas.filter { $0.hasPrefix("Files: ") }.compactMap(licence).flatMap { $0.components(separatedBy: " and ") })
        let given = Set(stanzas.filter { $0.hasPrefix("License: ") }.compactMap(licence))
        #expect(used == given && used.count == 8)
    }
}
