extension HTMLReporter {
    /// Both colour schemes, and paper: there every folded part is shown by browsers that can.
    static let style = """
        :root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --quiet: #666; --rule: #ccc; --soft: #f3f3f1; --good: #1a7f37; --bad: #b42318;
          --warn: #8a5a00; --none: #d9d9d5; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e6e3; --paper: #181818; --quiet: #a0a09a; --rule: #444; --soft: #242424; --good: #5fc27a;
          --bad: #ff8a7a; --warn: #e0b050; --none: #444; } }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h1, h2, h3 { line-height: 1.2; overflow-wrap: anywhere; }
        h2 { margin: 2rem 0 .2rem; font-size: 1.25rem; }
        p { margin: .3rem 0; }
        summary { cursor: pointer; overflow-wrap: anywhere; }
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
        .steps .failed { border-left: 3px solid var(--bad); padding-left: .5rem; }
        .line { color: var(--quiet); display: inline-block; min-width: 3em; }
        .told { margin: .1rem 0 .5rem 3.6rem; overflow-wrap: anywhere; }
        .told p { white-space: pre-wrap; }
        .told ul { list-style: disc; margin: .2rem 0; padding-left: 1.2rem; }
        .changes { color: var(--warn); }
        .verdict { font-size: .8rem; padding: 0 .4rem; border: 1px solid currentColor; border-radius: .6rem; white-space: nowrap; color: var(--quiet); }
        .verdict.allowed { color: var(--good); }
        .verdict.prohibited, .verdict.notGranted, .verdict.impossible { color: var(--warn); }
        .verdict.failed { color: var(--bad); }
        table { border-collapse: collapse; font-size: .875rem; margin: .5rem 0; }
        th, td { border: 1px solid var(--rule); padding: .15rem .4rem; text-align: left; vertical-align: top; }
        tr { break-inside: avoid; }
        svg { display: block; max-width: 100%; height: auto; margin: .5rem 0; }
        svg text { fill: var(--ink); font: 12px system-ui, sans-serif; }
        .axis { stroke: var(--rule); }
        .hit { fill: var(--good); }
        .missed { fill: var(--none); stroke: var(--quiet); stroke-width: .5; }
        .c0 { stroke: #2f6fb3; }
        .c1 { stroke: #c05a00; stroke-dasharray: 6 3; }
        .c2 { stroke: #2a8a5f; stroke-dasharray: 2 3; }
        .c3 { stroke: #9a4fa8; stroke-dasharray: 9 3 2 3; }
        .c4 { stroke: #8a7a00; stroke-dasharray: 12 4; }
        .c5 { stroke: #b03a5b; stroke-dasharray: 4 2 1 2; }
        .curve { fill: none; stroke-width: 2; }
        @media print { body { margin: 0; max-width: none; font-size: 10pt; } details::details-content { content-visibility: visible; display: block; }
          .scenario { border-color: #999; } a { color: inherit; } * { print-color-adjust: exact; } }

        """
}
