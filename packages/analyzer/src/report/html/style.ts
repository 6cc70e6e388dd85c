/** The report's only style sheet; its hash is in the content security policy. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1c2330; --soft: #5b6577; --line: #dfe3ea; --page: #f6f7f9; --card: #fff; --code: #f3f4f7;
  --P0: #d12f3f; --P1: #d97a0b; --P2: #2f77c9; --P3: #7b8798; --events: #5c6bc0; --pass: #1d8a4e; }
@media (prefers-color-scheme: dark) { :root { --text: #e5e9f0; --soft: #9aa5b8; --line: #323a48; --page: #12161d; --card: #1b212b; --code: #141920;
  --P0: #ff6b76; --P1: #f5a94b; --P2: #6cb0ff; --P3: #8d99ab; --events: #8c9eff; --pass: #4cc38a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1180px; padding: 2rem 1.25rem 4rem; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2.5rem 0 .75rem; font-size: 1.15rem; }
.meta { margin: .25rem 0 1.5rem; color: var(--soft); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: .75rem; }
.card { padding: .8rem 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.card b { display: block; font-size: 1.7rem; line-height: 1.2; font-variant-numeric: tabular-nums; } .card span { color: var(--soft); font-size: .85rem; }
.card.P0 b, .P0 > .badge { color: var(--P0); } .card.P1 b, .P1 > .badge { color: var(--P1); } .card.P2 b, .P2 > .badge { color: var(--P2); } .card.P3 b, .P3 > .badge { color: var(--P3); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: .75rem; }
figure { margin: 0; padding: 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
figure:last-child { grid-column: 1 / -1; } figcaption { margin-bottom: .5rem; font-weight: 600; } svg { display: block; max-width: 100%; height: auto; }
svg text { fill: var(--text); font: 13px system-ui, sans-serif; } svg .value { fill: var(--soft); font-variant-numeric: tabular-nums; }
svg .P0 { fill: var(--P0); } svg .P1 { fill: var(--P1); } svg .P2 { fill: var(--P2); } svg .P3 { fill: var(--P3); } svg .events { fill: var(--events); }
article { margin: .75rem 0; padding: .9rem 1.1rem; border: 1px solid var(--line); border-left-width: 5px; border-radius: 10px; background: var(--card); }
article.P0 { border-left-color: var(--P0); } article.P1 { border-left-color: var(--P1); } article.P2 { border-left-color: var(--P2); } article.P3 { border-left-color: var(--P3); }
article h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; } article p { margin: .4rem 0; overflow-wrap: anywhere; }
.badge { font-weight: 700; } .place, .soft { color: var(--soft); font-size: .9rem; } .fix b { color: var(--pass); }
code, pre { font: 13px/1.5 ui-monospace, monospace; } pre { margin: .5rem 0; padding: .6rem .8rem; border-radius: 6px; background: var(--code); overflow-x: auto; }
pre mark { background: none; color: inherit; font-weight: 700; } pre i { color: var(--P0); font-style: normal; } pre span { color: var(--soft); }
table { width: 100%; border-collapse: collapse; background: var(--card); } .scroll { border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; }
th, td { padding: .45rem .8rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; } tbody tr:last-child td { border-bottom: 0; }
th { font-size: .85rem; color: var(--soft); } td.number { text-align: right; font-variant-numeric: tabular-nums; } .FAIL, .personal { color: var(--P0); font-weight: 600; } .PASS { color: var(--pass); }
input { width: 100%; margin-bottom: .6rem; padding: .55rem .8rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: inherit; font: inherit; }
@media print { body { background: none; } input { display: none; } article, figure { break-inside: avoid; } }
`;
