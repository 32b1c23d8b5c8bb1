/** How the bench's page looks, by day and by night. */

export const style = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5c6675; --paper: #fbfbf9; --card: #fff; --rule: #e3e5e8;
  --ours: #1668b8; --simple: #c3a05a; --missed: #cc3d2e; --band: #d7ecd9; --first: #a9cbec; --anew: #4f6d8f; --dense: 22, 104, 184; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebef; --soft: #9aa5b4; --paper: #14181d; --card: #1b2027; --rule: #2c333d;
  --ours: #62aef5; --simple: #b8975a; --missed: #f0796b; --band: #20402a; --first: #2d537a; --anew: #a9bfd8; --dense: 98, 174, 245; } }
body { margin: 0 auto; max-width: 1240px; padding: 24px; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 28px; margin: 0 0 8px; } h2 { font-size: 20px; margin: 48px 0 12px; } p { max-width: 80ch; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 16px; } .wide { margin-top: 16px; overflow-x: auto; }
.wide svg { min-width: 800px; }
figure { margin: 0; padding: 14px 14px 6px; background: var(--card); border: 1px solid var(--rule); border-radius: 8px; }
figcaption { font-size: 14px; color: var(--soft); } figcaption b { color: var(--ink); margin-right: 4px; }
svg { display: block; width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--soft); } .middle { text-anchor: middle; } .end { text-anchor: end; }
svg .value { fill: var(--ink); font-weight: 600; } .grid { stroke: var(--rule); } path { fill: none; }
.keys { margin: 4px 0; min-height: 20px; font-size: 13px; color: var(--soft); display: flex; flex-wrap: wrap; gap: 4px 16px; }
.keys i { display: inline-block; width: 12px; height: 12px; border-radius: 3px; margin-right: 6px; vertical-align: -1px; background: var(--swatch); }
i.ours { --swatch: var(--ours); } i.simple { --swatch: var(--simple); } i.missed { --swatch: var(--missed); } i.band { --swatch: var(--band); }
i.first { --swatch: var(--first); } i.anew, i.came { --swatch: var(--anew); } i.even { --swatch: var(--soft); } i.half { --swatch: var(--ink); }
i.quantile { --swatch: var(--simple); } i.came { width: 3px; } .keys i.anew { height: 3px; vertical-align: 3px; }
.keys i.even, .keys i.half, .keys i.quantile { height: 3px; vertical-align: 3px; }
rect.band { fill: var(--band); } rect.ours, circle.ours { fill: var(--ours); } path.ours { stroke: var(--ours); stroke-width: 2; }
rect.simple { fill: var(--simple); } rect.missed, circle.missed { fill: var(--missed); } rect.first { fill: var(--first); }
path.anew { stroke: var(--anew); stroke-width: 1.5; opacity: .7; } path.came { stroke: var(--anew); stroke-width: 1.5; }
path.even { stroke: var(--soft); stroke-dasharray: 3 4; } path.half { stroke: var(--ink); stroke-width: 2.5; } path.quantile { stroke: var(--simple); stroke-width: 2; }
.d1 { fill: rgba(var(--dense), .08); } .d2 { fill: rgba(var(--dense), .2); } .d3 { fill: rgba(var(--dense), .35); } .d4 { fill: rgba(var(--dense), .5); } .d5 { fill: rgba(var(--dense), .7); }
details { margin-top: 12px; } pre { overflow-x: auto; font-size: 13px; }
`;
