import SfmPolicy
import SfmSyntax
import SfmTerms

extension Session {
    /// What is wrong with a text, without running it.
    public func mistakes(in source: SourceFile, library known: Library) -> [Diagnostic] {
        var (probe, library) = (withoutPast, known)
        var parser = Parser(grammar: Sfm.grammar, names: probe.takeNames(), limits: limits.syntax)
        parser.clockInText = interpreter.world.now
        let node = parser.parse(source)
        probe.interpreter.names = parser.takeNames()
        var problems = parser.diagnostics
        guard problems.isEmpty, !parser.isIncomplete else { return problems }
        _ = probe.define(node.policies, &problems, &library)
        let inForce = node.uses.compactMap { probe.resolve($0, NoFiles(), &problems, &library) }
        probe.takeOver(inForce, probe.shelved(by: node.looseSteps + node.background, NoFiles(), &problems, &library))
        return problems + probe.check(node)
    }
}
