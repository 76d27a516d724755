#include "report/html_style.h"

namespace synoptic::report {

const std::string_view html_style = R"css(
:root { --ink:#1b1f24; --muted:#545d68; --paper:#fdfdfb; --card:#ffffff; --line:#d5d9de; --link:#0b4f8a;
  --found:#11633a; --absent:#5b6470; --bill:#7a4a00; --former:#8a1f2d; --unknown:#4b3a8f; }
@media (prefers-color-scheme: dark) { :root { --ink:#e8eaed; --muted:#aab3bd; --paper:#15181c; --card:#1d2126; --line:#3a4149; --link:#8cc4ff;
  --found:#7fd8a5; --absent:#b9c1ca; --bill:#f0bd6c; --former:#ff9aa7; --unknown:#c3b5ff; } }
* { box-sizing:border-box; }
html { -webkit-text-size-adjust:100%; }
body { margin:0; background:var(--paper); color:var(--ink); font:1rem/1.55 "Iowan Old Style","Palatino Linotype",Palatino,"Noto Serif",Georgia,serif; }
.skip { position:absolute; left:-999px; } .skip:focus { left:1rem; top:.5rem; background:var(--card); padding:.4rem .8rem; }
header,main,footer { max-width:88rem; margin:0 auto; padding:0 clamp(1rem,3vw,2.5rem); }
header { padding-top:2.2rem; border-bottom:3px double var(--line); padding-bottom:1rem; }
h1 { font-size:clamp(1.6rem,3vw,2.3rem); line-height:1.2; margin:0 0 .3rem; }
h2 { font-size:1.25rem; margin:2rem 0 .6rem; } h3 { font-size:1.2rem; margin:0; } h4 { font-size:1.02rem; line-height:1.35; margin:0 0 .4rem; }
.subtitle { color:var(--muted); margin:0; }
a { color:var(--link); text-underline-offset:.15em; } a:focus-visible { outline:3px solid var(--link); outline-offset:2px; }
.scroll { overflow-x:auto; }
table { border-collapse:collapse; width:100%; margin:.6rem 0 1.2rem; font-size:.96rem; }
caption { text-align:left; font-weight:bold; padding:.3rem 0; }
th,td { border-bottom:1px solid var(--line); padding:.55rem .8rem; text-align:left; vertical-align:top; }
tbody th { font-weight:600; }
thead th { border-bottom:2px solid var(--ink); font-size:.85rem; letter-spacing:.02em; }
td p,th p { margin:.1rem 0; }
.columns { display:grid; grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr)); gap:1.2rem; align-items:start; margin-top:1.2rem; }
.column { overflow-wrap:anywhere; background:var(--card); border:1px solid var(--line); border-top:4px solid var(--tone,var(--absent)); border-radius:4px; padding:1rem 1.1rem; min-width:0; }
.column.found { --tone:var(--found); } .column.bill { --tone:var(--bill); } .column.former { --tone:var(--former); } .column.unknown { --tone:var(--unknown); }
.badge { display:inline-block; margin:.3rem 0 .4rem; padding:.05rem .6rem; border:1.5px solid var(--tone,var(--absent)); border-radius:1rem;
  color:var(--tone,var(--absent)); font:600 .82rem/1.5 system-ui,sans-serif; }
.card { border-top:1px solid var(--line); margin-top:.9rem; padding-top:.8rem; }
.card p,.card ul,.card blockquote,.column > p { margin:.3rem 0; }
.card ul { padding-left:1.1rem; } .card ul ul { font-size:.92rem; }
blockquote { border-left:3px solid var(--line); padding:.1rem 0 .1rem .8rem; margin-left:0; overflow-wrap:anywhere; }
.note { color:var(--muted); font-size:.9rem; } .muted { color:var(--muted); } q.law { quotes:none; font-style:italic; }
del { color:var(--former); text-decoration:line-through; } ins { color:var(--found); text-decoration:underline; font-weight:600; }
footer { border-top:1px solid var(--line); margin-top:2.5rem; padding-top:1rem; padding-bottom:3rem; color:var(--muted); font-size:.9rem; }
@media print { :root { --paper:#fff; --card:#fff; --ink:#000; --muted:#333; --link:#000; } @page { margin:15mm; } body { font-size:10pt; }
  .skip { display:none; } .columns { grid-template-columns:1fr 1fr; } .card { break-inside:avoid; } a[href^="http"]::after { content:" <" attr(href) ">"; font-size:.8em; overflow-wrap:anywhere; } }
)css";

}  // namespace synoptic::report
