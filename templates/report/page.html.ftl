[#-- What all pages share: the head, the looks, the signs. No script, no picture, no font from elsewhere. --]
[#macro page title]
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>[=title]</title>
<style>
:root {
  --paper: #fff; --ink: #16191d; --soft: #57606a; --line: #c9d0d7; --panel: #f4f6f8;
  --diagnosing: #7aa6d8; --waiting: #fff; --acting: #16191d; --verifying: #8fbf9a; --away: #e3e6ea;
  --bad: #a3261b; --good: #1c6b34; --accent: #0b5394;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e8ebee; --soft: #a3acb6; --line: #3b434c; --panel: #1d2228;
    --diagnosing: #2f5f96; --waiting: #14171b; --acting: #e8ebee; --verifying: #2f6b41; --away: #2a3037;
    --bad: #ff9d92; --good: #8ddba3; --accent: #8fc1ff;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2.25rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .4rem 0; }
ul, ol { margin: .4rem 0; padding-left: 1.3rem; }
li { margin: .2rem 0; }
.lines { white-space: pre-line; }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
code, pre, .mono { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .85em; }
pre { tab-size: 4; background: var(--panel); border: 1px solid var(--line); border-left: 4px solid var(--soft); margin: .4rem 0;
  padding: .5rem .7rem; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 32rem; overflow-y: auto; }
.verdict { border: 2px solid var(--ink); border-left-width: 10px; padding: .9rem 1rem; background: var(--panel); }
.kicker { text-transform: uppercase; letter-spacing: .06em; font-size: .8rem; font-weight: 700; color: var(--soft); margin: 0; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .8rem 0 0; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; }
.box { list-style: none; padding-left: 0; }
.box > li { padding-left: 1.7rem; position: relative; }
.box > li::before { content: ""; position: absolute; left: 0; top: .3rem; width: .95rem; height: .95rem; border: 1.5px solid var(--ink); }
.wide { overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
table code { white-space: nowrap; }
table code.type { white-space: normal; overflow-wrap: anywhere; }
thead th { background: var(--panel); }
td.number { text-align: right; white-space: nowrap; }
.tag { display: inline-block; border: 1.5px solid currentColor; padding: 0 .4rem; font-size: .78rem; font-weight: 700; white-space: nowrap; }
.tag.full { background: var(--ink); color: var(--paper); border-color: var(--ink); }
.tag.dash { border-style: dashed; }
.sign { font-weight: 700; }
.sign.good { color: var(--good); }
.sign.bad { color: var(--bad); }
.details { color: var(--soft); font-size: .8rem; display: block; }
details { border: 1px solid var(--line); margin: .4rem 0; padding: 0 .7rem; }
details[open] { padding-bottom: .5rem; }
summary { cursor: pointer; margin: 0 -.7rem; padding: .4rem .7rem; }
summary:hover { background: var(--panel); }
.caution { border: 2px solid var(--ink); padding: .5rem .75rem; margin: .6rem 0; }
.caution b { letter-spacing: .04em; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
svg .faint { fill: var(--soft); }
svg .on { paint-order: stroke; stroke: var(--paper); stroke-width: 4; }
svg .rule { stroke: var(--line); stroke-width: 1; }
svg .edge { stroke: var(--ink); stroke-width: 1; }
.p-diagnosing { fill: url(#p-diagnosing); } .p-check { fill: url(#p-diagnosing); }
.p-waiting { fill: url(#p-waiting); } .p-acting { fill: var(--acting); }
.p-verifying { fill: url(#p-verifying); } .p-away, .p-closed, .p-wave { fill: var(--away); } .p-loan { fill: url(#p-loan); }
svg .away, svg .closed { stroke-dasharray: 3 2; }
.patterns { position: absolute; width: 0; height: 0; }
.narrow { display: none; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; margin: .5rem 0; padding: 0; list-style: none; font-size: .875rem; }
.legend li { display: flex; align-items: center; gap: .4rem; margin: 0; }
.legend svg { width: 1.8rem; flex: none; }
th .legend { margin: 0; display: inline-flex; align-items: center; }
table.pair { table-layout: fixed; }
table.pair th:first-child { width: 34%; }
.nowrap { white-space: nowrap; }
.fill { border-bottom: 1px solid var(--ink); display: inline-block; min-width: 9rem; height: 1.4em; }
td.write { height: 2.1rem; min-width: 5rem; }
table.results th[scope=row] { font-weight: 400; min-width: 9rem; }
label.tick { display: inline-flex; align-items: baseline; gap: .5rem; margin-right: 1rem; }
td label.tick { display: flex; margin: 0 0 .25rem; }
label.tick input { flex: none; width: .95rem; height: .95rem; margin: 0; position: relative; top: .1rem; }
.fill.short { min-width: 4rem; }
.fill.long { min-width: 24rem; max-width: 100%; }
th.when { width: 7rem; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .6rem; color: var(--soft); font-size: .8rem; }
@media (max-width: 40rem) {
  body { padding: .8rem .75rem 2rem; }
  h1 { font-size: 1.3rem; }
  dl.facts { grid-template-columns: 1fr; gap: 0; }
  dl.facts dd { margin-bottom: .35rem; }
  .broad { display: none; }
  .narrow { display: block; }
  .stack thead { display: none; }
  .stack, .stack tbody, .stack tr, .stack td, .stack th { display: block; width: 100%; }
  .stack tr { border: 1px solid var(--line); margin: 0 0 .6rem; }
  .stack td, .stack th { border: 0; border-bottom: 1px solid var(--line); text-align: left; }
  .stack td.write { min-height: 2.1rem; height: auto; }
  .stack td[data-name]::before { content: attr(data-name) ": "; color: var(--soft); }
  .stack td.empty { display: none; }
}
@page { margin: 14mm 13mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #888; --panel: #fff; --diagnosing: #999; --waiting: #fff;
    --acting: #000; --verifying: #666; --away: #eee; --bad: #000; --good: #000; --accent: #000; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.35; }
  h2 { margin-top: 1.4rem; }
  h2, h3, summary { break-after: avoid; }
  section.step, section#happened { break-inside: avoid; }
  section.phase { break-before: page; break-inside: auto; }
  li, tr, .verdict, .caution, figure, pre.type,  table.results { break-inside: avoid; }
  pre { max-height: none; overflow: visible; font-size: 7.5pt; }
  .wide { overflow: visible; }
  details { border: 0; border-left: 1px solid #888; }
  details::details-content { display: block; content-visibility: visible; height: auto; opacity: 1; }
  summary { list-style: none; font-weight: 600; }
  label.tick input { appearance: none; border: 1px solid #000; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
}
</style>
</head>
<body>
<svg class="patterns" aria-hidden="true"><defs>
<pattern id="p-diagnosing" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" style="fill:var(--diagnosing)"/><circle cx="2" cy="2" r="1.1" style="fill:var(--ink)"/></pattern>
<pattern id="p-verifying" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" style="fill:var(--verifying)"/><rect width="2" height="6" style="fill:var(--ink)"/></pattern>
<pattern id="p-waiting" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" style="fill:var(--waiting)"/><path d="M0 4h8" style="stroke:var(--ink);stroke-width:1"/></pattern>
<pattern id="p-loan" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" style="fill:var(--paper)"/><path d="M0 3.5h7M3.5 0v7" style="stroke:var(--ink);stroke-width:.8"/></pattern>
</defs></svg>
[#nested]
</body>
</html>
[/#macro]
[#macro sign mark][#switch mark][#case "good"]<span class="sign good">✓</span> [#break][#case "bad"]<span class="sign bad">✗</span> [#break][#case "open"]<span class="sign bad">?</span> [#break][#case "held"]<span class="sign">■</span> [#break][/#switch][/#macro]
[#macro verdict word][#switch word][#case "CONFIRMED"]<span class="tag full">CONFIRMED</span>[#break][#case "REFUTED"]<span class="tag">REFUTED</span>[#break][#default]<span class="tag dash">[=word]</span>[/#switch][/#macro]
[#function clock at][#return at?substring(11, 19)][/#function]
[#function day at][#return at?substring(0, 10) + " " + at?substring(11, 19) + " UTC"][/#function]
[#-- The second of two moments: its day only where that differs. --]
[#function later first at][#return (first?substring(0, 10) == at?substring(0, 10))?then(clock(at), day(at))][/#function]
[#macro swatch kind]<svg viewBox="0 0 28 14" width="28" height="14" aria-hidden="true" style="display:inline-block;width:28px"><rect x="0.5" y="0.5" width="27" height="13" class="p-[=kind] edge [=kind]"/></svg>[/#macro]
[#-- One bar of a whole, split by phases. --]
[#macro split time label]
<svg class="split" viewBox="0 0 1000 36" role="img" aria-label="[=label]" preserveAspectRatio="none" style="height:2rem">
[#assign left = 0]
[#list time as it]
[#if it.per_mille gt 0]
<rect x="[=left]" y="0" width="[=it.per_mille]" height="36" class="p-[=it.phase] edge [=it.phase]" vector-effect="non-scaling-stroke"><title>[=it.says]: [=it.took.shown]</title></rect>
[#assign left = left + it.per_mille]
[/#if]
[/#list]
</svg>
[/#macro]
