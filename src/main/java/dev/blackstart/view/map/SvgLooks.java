package dev.blackstart.view.map;

/// The looks of the picture: light and dark as the reader has it, nothing from elsewhere.
final class SvgLooks {
    static final String HEAD =
            """
            <style>
            svg { --paper: #fff; --ink: #16191d; --soft: #57606a; --line: #6b7580; --panel: #f4f6f8; --bad: #a3261b; }
            @media (prefers-color-scheme: dark) { svg { --paper: #14171b; --ink: #e8ebee; --soft: #a3acb6; --line: #6b7580; --panel: #1d2228; --bad: #ff9d92; } }
            text { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--ink); }
            .paper { fill: var(--paper); }
            .title { font-size: 18px; font-weight: 700; }
            .name { font-weight: 700; }
            .on, .faint { fill: var(--soft); font-size: 11px; }
            .cutword { fill: var(--bad); font-size: 11px; font-weight: 700; }
            .band { fill: var(--panel); }
            .box { fill: var(--paper); stroke: var(--ink); stroke-width: 1; }
            .knot { stroke: var(--bad); stroke-width: 3; }
            .inside { stroke-dasharray: 7 3; stroke: var(--bad); stroke-width: 2; }
            .edge { fill: none; stroke: var(--line); stroke-width: 1.3; }
            .edge.run { stroke-dasharray: 2 4; }
            .edge.circle { stroke: var(--bad); stroke-width: 3; }
            .edge.circle.run { stroke-dasharray: 3 5; }
            .edge.cut { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 9 5; }
            .head { fill: var(--line); } .head.bad { fill: var(--bad); }
            </style>
            <defs>
            <marker id="plain" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0l8 4l-8 4z"/></marker>
            <marker id="circle" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto"><path class="head bad" d="M0 0l8 4l-8 4z"/></marker>
            <marker id="cut" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto"><path class="head bad" d="M0 0l8 4l-8 4z"/></marker>
            </defs>
            """;

    private SvgLooks() {}
}
