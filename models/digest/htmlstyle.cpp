// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/digest/htmlstyle.h"

using namespace Qt::StringLiterals;

namespace loredesk::digest {

QString htmlStyle()
{
    return uR"(:root { color-scheme: light dark; --ground: #ffffff; --panel: #f5f6f8; --ink: #1f2328; --muted: #59636e;
  --line: #dfe3e8; --accent: #005f99; --bar: #b9d9ec; --warn: #a33c00; --add: #1a7f37; --del: #b3261e; --trailer: #0f6b5c; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #16181c; --panel: #1f2227; --ink: #e3e6ea; --muted: #9aa4af; --line: #343a42; --accent: #7cc0ee;
    --bar: #274a61; --warn: #f0a35e; --add: #5fcf82; --del: #f28b82; --trailer: #5fd0bb; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 62rem; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; font-weight: 650; }
h2 { font-size: 1rem; margin: 2rem 0 .6rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); font-weight: 600; }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 0 0 .15rem; font-weight: 600; overflow-wrap: anywhere; }
header p { margin: .15rem 0; }
.range, .muted { color: var(--muted); overflow-wrap: anywhere; }
.muted { font-size: .875rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2.5rem; }
.top { border-collapse: collapse; width: 100%; }
.top td { padding: .15rem 0; vertical-align: top; overflow-wrap: anywhere; }
.top .count { width: 3.2rem; padding-right: .8rem; text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; }
.bar { height: 3px; margin-top: 2px; background: var(--bar); border-radius: 2px; }
.series { list-style: none; margin: 0; padding: 0; }
.series li { padding: .55rem 0 .55rem 6.5rem; border-bottom: 1px solid var(--line); position: relative; }
.series li > .version { position: absolute; left: 0; color: var(--muted); }
.series li > .slots { position: absolute; left: 2.6rem; font-variant-numeric: tabular-nums; font-weight: 600; }
.series .title { font-weight: 500; overflow-wrap: anywhere; }
.state { font-size: .875rem; }
.missing, .lacking { color: var(--warn); font-weight: 600; }
.missing { font-size: .875rem; }
code, pre { font-family: ui-monospace, "SF Mono", "DejaVu Sans Mono", "Liberation Mono", monospace; }
code { font-size: .8125rem; overflow-wrap: anywhere; }
article { margin: 0 0 2rem; }
.subject { overflow-wrap: anywhere; }
pre { margin: .6rem 0 0; padding: .9rem 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: 6px;
  font-size: .8125rem; line-height: 1.45; overflow-x: auto; tab-size: 8; }
.add { color: var(--add); }
.del { color: var(--del); }
.trailer { color: var(--trailer); }
@media (max-width: 34rem) {
  body { padding: 1.25rem 1rem 3rem; }
  .series li { padding-left: 0; }
  .series li > .version, .series li > .slots { position: static; margin-right: .4rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  pre { white-space: pre-wrap; font-size: 8pt; border: 0; padding: 0; background: none; }
  article, li { break-inside: avoid-page; }
}
)"_s;
}

} // namespace loredesk::digest
