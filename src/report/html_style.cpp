#include "report/html_style.h"

namespace synoptic::report {

const std::string_view html_style = R"css(
:root { color-scheme:light dark; --ink:#1b1f24; --muted:#4d5661; --paper:#fbfaf7; --card:#ffffff; --line:#d5d3cb; --soft:#f0eee7; --link:#0b4f8a; --bar:#2b3440;
  --found:#11633a; --absent:#5b6470; --bill:#7a4a00; --former:#8a1f2d; --unknown:#4b3a8f; }
@media (prefers-color-scheme: dark) { :root { --ink:#e8eaed; --muted:#aab3bd; --paper:#15181c; --card:#1d2126; --line:#3a4149; --soft:#23282e; --link:#8cc4ff; --bar:#c9d1da;
  --found:#7fd8a5; --absent:#b9c1ca; --bill:#f0bd6c; --former:#ff9aa7; --unknown:#c3b5ff; } }
* { box-sizing:border-box; }
html { -webkit-text-size-adjust:100%; scroll-padding-top:1rem; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior:smooth; } }
body { margin:0; background:var(--paper); color:var(--ink); font:1.02rem/1.58 "Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif","DejaVu Serif",Georgia,serif; }
.skip { position:absolute; left:-999px; } .skip:focus { left:1rem; top:.5rem; background:var(--card); padding:.5rem .9rem; z-index:2; }
header,main,footer,nav { max-width:86rem; margin:0 auto; padding:0 clamp(1rem,3vw,2.5rem); }
main:focus { outline:none; }
header { padding-top:2.6rem; }
h1 { font-size:clamp(1.7rem,3.4vw,2.5rem); line-height:1.16; margin:0 0 .35rem; text-wrap:balance; letter-spacing:-.01em; }
h2 { font-size:1.4rem; line-height:1.25; margin:2.8rem 0 .7rem; padding-top:.9rem; border-top:3px double var(--line); }
h3 { font-size:1.25rem; margin:0; } h4 { font-size:1.06rem; line-height:1.35; margin:0 0 .4rem; }
.subtitle { color:var(--muted); margin:0 0 1rem; }
main > p,section > p { max-width:52rem; }
a { color:var(--link); text-underline-offset:.15em; text-decoration-thickness:.06em; overflow-wrap:anywhere; }
a:focus-visible,.scroll:focus-visible,summary:focus-visible { outline:3px solid var(--link); outline-offset:2px; }
.facts { display:grid; grid-template-columns:repeat(auto-fit,minmax(13rem,1fr)); gap:.2rem 1.8rem; margin:0; padding:.9rem 0; border-top:1px solid var(--line); border-bottom:1px solid var(--line); }
.facts dt { font:600 .78rem/1.4 system-ui,sans-serif; color:var(--muted); } .facts dd { margin:0 0 .35rem; line-height:1.4; }
.contents ul { list-style:none; display:flex; flex-wrap:wrap; gap:.1rem 1.5rem; margin:.7rem 0 0; padding:0; font-size:.95rem; } .contents a { display:inline-block; padding:.25rem 0; }
.scroll { overflow-x:auto; } .scroll table { min-width:42rem; }
table { border-collapse:collapse; width:100%; margin:.4rem 0 1rem; font-size:.95rem; line-height:1.45; }
caption { text-align:left; color:var(--muted); font-size:.9rem; padding:0 0 .4rem; }
th,td { padding:.5rem .8rem .5rem 0; text-align:left; vertical-align:top; border-bottom:1px solid var(--line); }
tbody { border-bottom:1px solid var(--muted); } tbody th { font-weight:600; } table.grouped th[scope=row] { font-weight:400; } tbody th[rowspan] { min-width:8.5rem; }
thead th { border-bottom:2px solid var(--ink); font:600 .8rem/1.4 system-ui,sans-serif; vertical-align:bottom; }
td p,th p { margin:.1rem 0; } td a,tbody th a { padding:.25em 0; } td p + p { margin-top:.35rem; } tbody th[rowspan] p + p { font:600 .8rem/1.5 system-ui,sans-serif; color:var(--muted); }
table.marks { font-size:.88rem; } table.marks td { padding-right:.5rem; min-width:6.4rem; } table.marks th[scope=row] { white-space:nowrap; padding-right:1.2rem; }
.mark { font:600 .82rem/1.4 system-ui,sans-serif; white-space:nowrap; } table.marks .note { font-size:.8rem; line-height:1.3; margin-top:.2rem; overflow-wrap:anywhere; hyphens:auto; }
figure { margin:0; } figcaption { color:var(--muted); font-size:.92rem; max-width:54rem; margin:.4rem 0 .5rem; }
summary { cursor:pointer; font-size:.95rem; color:var(--link); padding:.3rem 0; width:fit-content; }
.chart { display:block; width:100%; max-width:80rem; min-width:44rem; height:auto; color:var(--ink); font-family:inherit; }
.chart text { fill:currentColor; } .chart .group { font-size:15.5px; font-weight:700; } .chart .name { font-size:13.5px; } .chart .axis { font-size:12.5px; fill:var(--muted); } .chart .value { font-size:12.5px; }
.chart .grid { stroke:var(--line); stroke-width:1; } .chart .axisline { stroke:var(--ink); stroke-width:1.4; } .chart .rule { stroke:var(--line); stroke-width:1; }
.chart .solid,.chart .arrow { fill:var(--bar); } .chart .hatched { stroke:var(--bar); stroke-width:1.3; } .chart .outline { fill:var(--card); stroke:var(--bar); stroke-width:1.6; stroke-dasharray:5 3; }
.chart .ground { fill:var(--card); } .chart .hatch { stroke:var(--bar); stroke-width:2.4; } .chart .fade0 { stop-color:var(--bar); stop-opacity:.05; } .chart .fade1 { stop-color:var(--bar); stop-opacity:1; }
.chart .today { stroke:var(--former); stroke-width:2; stroke-dasharray:7 3; }
.columns { display:grid; grid-template-columns:repeat(auto-fill,minmax(min(100%,23rem),1fr)); gap:1.3rem; align-items:start; margin-top:1rem; }
.column { overflow-wrap:anywhere; background:var(--card); border:1px solid var(--line); border-top:5px solid var(--tone,var(--absent)); border-radius:3px; padding:1rem 1.2rem 1.1rem; min-width:0; }
.column.found { --tone:var(--found); } .column.bill { --tone:var(--bill); } .column.former { --tone:var(--former); } .column.unknown { --tone:var(--unknown); }
.badge { display:inline-block; margin:.3rem 0 .4rem; padding:.05rem .6rem; border:1.5px solid var(--tone,var(--absent)); border-radius:1rem; color:var(--tone,var(--absent)); font:600 .82rem/1.5 system-ui,sans-serif; }
.card { border-top:1px solid var(--line); margin-top:1rem; padding-top:.9rem; }
.card p,.card ul,.card blockquote,.column > p { margin:.35rem 0; }
.card ul { padding-left:1.1rem; } .card ul ul { font-size:.92rem; } .card li { margin:.12rem 0; }
blockquote { border-left:3px solid var(--line); padding:.1rem 0 .1rem .8rem; margin-left:0; margin-right:0; overflow-wrap:anywhere; }
.note { color:var(--muted); font-size:.9rem; } .muted { color:var(--muted); } q.law { quotes:none; font-style:italic; }
[dir=rtl] { font-family:"Noto Nastaliq Urdu","Noto Naskh Arabic","Noto Sans Arabic",serif; font-style:normal; }
.ref { font-size:.72em; line-height:0; margin-left:.1em; } .ref a { display:inline-block; text-decoration:none; min-width:24px; padding:.8em 0 .8em .25em; line-height:1.1; margin:-.8em 0; }
.sources { font-size:.9rem; padding-left:1.8rem; overflow-wrap:anywhere; } .sources li { margin:.35rem 0; } .sources li:target { background:var(--soft); outline:2px solid var(--muted); }
del { color:var(--former); text-decoration:line-through; } ins { color:var(--found); text-decoration:underline; font-weight:600; }
footer { border-top:1px solid var(--line); margin-top:2.5rem; padding-top:1rem; padding-bottom:3rem; color:var(--muted); font-size:.9rem; }
@media screen and (max-width: 44rem) {
  .scroll table.grouped { min-width:0; } table.grouped,table.grouped caption,table.grouped tbody,table.grouped tr,table.grouped th,table.grouped td { display:block; width:auto; }
  table.grouped thead { position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%); white-space:nowrap; }
  table.grouped th,table.grouped td { border-bottom:0; padding:.15rem 0; min-width:0; } table.grouped tr { border-bottom:1px solid var(--line); padding:.5rem 0; } table.grouped tbody { padding:.5rem 0; }
  table.grouped tbody tr:last-child { border-bottom:0; } table.grouped tbody th[rowspan] { font-size:1.08rem; }
  table.grouped td::before { content:attr(data-label); display:block; font:600 .8rem/1.4 system-ui,sans-serif; color:var(--muted); }
  table.grouped td.none { display:none; } table.marks td { display:grid; grid-template-columns:8.5rem 1fr; column-gap:.6rem; } table.marks td::before { grid-row:1 / span 9; } table.marks td p { grid-column:2; }
}
@media print {
  :root { color-scheme:light; --paper:#fff; --card:#fff; --ink:#000; --muted:#333; --link:#000; --line:#aaa; --soft:#fff; --bar:#222; --found:#000; --absent:#000; --bill:#000; --former:#000; --unknown:#000; }
  @page { size:A4; margin:16mm 15mm 18mm; }
  html { font-size:9.6pt; } body { font-size:1rem; line-height:1.42; } header,main,footer,nav { max-width:none; padding-left:0; padding-right:0; } header { padding-top:0; }
  .skip,.contents,details { display:none; } h1 { font-size:20pt; } h2 { font-size:13.5pt; margin:1.3rem 0 .5rem; break-after:avoid; } h3,h4 { break-after:avoid; }
  .facts { grid-template-columns:repeat(3,1fr); } table { font-size:8.6pt; } thead { display:table-header-group; } tr,figure,.facts div { break-inside:avoid; } th,td { padding:.3rem .45rem .3rem 0; }
  tbody th[rowspan] { min-width:5rem; } table.marks { font-size:7.4pt; } table.marks td { min-width:0; padding-right:.2rem; } .mark { font-size:7pt; } table.marks .note { display:none; } table.marks thead th { font-size:6.6pt; }
  .scroll { overflow:visible; } .chart,.scroll table { min-width:0; } .columns { display:block; } .column { border-width:0; border-top-width:2px; padding:.6rem 0 0; margin-bottom:1.2rem; }
  .card h4 + p { break-before:avoid; break-after:avoid; } .card p:has(+ ul),.card li:has(> ul) { break-after:avoid; } .card li { break-inside:avoid; } .mark { white-space:normal; } a { text-decoration:none; color:inherit; } .sources { font-size:8pt; }
}
)css";

}  // namespace synoptic::report
