import SfmTerms

/// The frame of every page: no script, nothing from elsewhere, and well-formed XML.
package enum HTMLPage {
    /// Title and body are ours or escaped already.
    package static func render(_ title: String, _ language: Language, _ body: String) -> String {
        var out = "<!DOCTYPE html>\n<html lang=\"\(language.code)\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"/>\n"
        out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>\(title)</title>\n<style>\n\(style)</style>\n</head>\n"
        return out + "<body>\n<h1>\(title)</h1>\n\(body)</body>\n</html>\n"
    }

    /// Both colour schemes, and paper: there every folded part is shown by browsers that can, but of a file's background only the first.
    private static let style = """
        :root { color-scheme: light; --ink: #1c1c1c; --paper: #fff; --quiet: #5f5f5f; --rule: #ccc; --soft: #f3f3f1; --good: #1a7f37; --bad: #b42318;
          --warn: #8a5a00; --change: #1f5a9c; --on: #fff; }
        @media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --ink: #e6e6e3; --paper: #181818; --quiet: #a8a8a2; --rule: #444;
          --soft: #242424; --good: #5fc27a; --bad: #ff8a7a; --warn: #e0b050; --change: #8ab8ee; --on: #101010; } }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 2rem auto;
          padding: 0 1rem; }
        h1, h2, h3 { line-height: 1.2; overflow-wrap: anywhere; break-after: avoid; }
        h2 { margin: 2rem 0 .2rem; font-size: 1.25rem; }
        h3 { margin: 1.2rem 0 .2rem; font-size: 1.1rem; }
        p { margin: .3rem 0; overflow-wrap: anywhere; }
        a { color: var(--change); }
        summary { cursor: pointer; overflow-wrap: anywhere; break-after: avoid; }
        code, pre, .line { font-family: ui-monospace, monospace; font-size: .875rem; }
        code { overflow-wrap: anywhere; }
        pre { background: var(--soft); padding: .6rem; overflow-x: auto; }
        .quiet, .truncated { color: var(--quiet); font-size: .875rem; font-weight: normal; }
        .good { color: var(--good); }
        .bad { color: var(--bad); }
        .totals { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
        .totals li { background: var(--soft); padding: .4rem .8rem; border-radius: .3rem; }
        .totals strong { font-size: 1.3rem; }
        .scenario { border: 1px solid var(--rule); border-radius: .3rem; padding: .4rem .7rem; margin: .4rem 0; }
        .scenario > summary { font-weight: 600; }
        .background { margin: .4rem 0 .4rem .3rem; }
        .steps { list-style: none; padding: 0; margin: .4rem 0; }
        .steps li { break-inside: avoid; }
        .steps summary { padding-left: 4.4rem; text-indent: -4.4rem; }
        .steps .failed { border-left: 3px solid var(--bad); padding-left: .5rem; }
        .line { color: var(--quiet); display: inline-block; min-width: 3.2rem; text-indent: 0; }
        .told { margin: .1rem 0 .5rem 4.4rem; overflow-wrap: anywhere; }
        .told p { white-space: pre-wrap; }
        .told ul { list-style: disc; margin: .1rem 0 .3rem; padding-left: 1.2rem; }
        .changes { color: var(--change); }
        .verdict { font-size: .8rem; padding: 0 .4rem; border: 1px solid currentColor; border-radius: .6rem; white-space: nowrap; color: var(--quiet);
          text-indent: 0; display: inline-block; }
        .verdict.allowed { color: var(--good); }
        .verdict.prohibited, .verdict.notGranted, .verdict.impossible { color: var(--warn); }
        .verdict.failed, .verdict.bad { color: var(--bad); }
        .cited { font-size: .8rem; color: var(--quiet); white-space: nowrap; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .875rem; margin: .5rem 0; }
        th, td { border: 1px solid var(--rule); padding: .15rem .4rem; text-align: left; vertical-align: top; }
        thead th { background: var(--soft); }
        .number { text-align: right; }
        .none { color: var(--quiet); }
        tr { break-inside: avoid; }
        svg { display: block; margin: .5rem 0; break-inside: avoid; }
        svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
        .axis { stroke: var(--rule); }
        .clock { stroke: var(--quiet); stroke-dasharray: 1 3; }
        .hit { fill: var(--good); stroke: var(--good); }
        .missed { fill: var(--paper); stroke: var(--rule); }
        svg .on { fill: var(--on); }
        .c0 { stroke: #3f7fc3; }
        .c1 { stroke: #c05a00; stroke-dasharray: 6 3; }
        .c2 { stroke: #2a8a5f; stroke-dasharray: 2 3; }
        .c3 { stroke: #a55fb3; stroke-dasharray: 9 3 2 3; }
        .c4 { stroke: #8a7a00; stroke-dasharray: 12 4; }
        .c5 { stroke: #c04a6b; stroke-dasharray: 4 2 1 2; }
        .curve { fill: none; stroke-width: 2; }
        .legend { list-style: none; padding: 0; margin: .2rem 0; font-size: .875rem; overflow-wrap: anywhere; }
        .legend.inline { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
        .legend svg { display: inline-block; margin: 0; vertical-align: middle; }
        @media (max-width: 40rem) { body { margin: 1rem auto; padding: 0 .6rem; } .told { margin-left: 1.2rem; } .scenario { padding: .4rem; }
          .steps summary { padding-left: 1.2rem; text-indent: -1.2rem; } .line { min-width: 2.2rem; } }
        @media print { body { margin: 0; max-width: none; font-size: 10pt; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
          details::details-content { content-visibility: visible; display: block; }
          .scenario:not(.first) > .background:not([open])::details-content { display: none; }
          .scenario { border-color: #999; } .wide { overflow: visible; }
          table { font-size: 7.5pt; } th, td { padding: .1rem .25rem; } td:last-child { min-width: 11rem; }
          a { color: inherit; } * { print-color-adjust: exact; } }

        """
}
