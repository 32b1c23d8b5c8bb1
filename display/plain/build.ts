/** Builds the page for old televisions: its script squeezed without a sign of a newer language, its texts in the page. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { minifySync, type Plugin } from 'vite';
import type { Texts } from '../lib/languages/id.ts';

const folder = resolve(import.meta.dirname);
const styles = ['page.css', 'counters.css', 'foot.css'];
const languages = resolve(folder, '../lib/languages');

export function plainPage(): Plugin {
  return {
    name: 'plain-page',
    apply: 'build',
    generateBundle: {
      // The page is in the bundle by then.
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['display/plain.html'];
        if (page?.type !== 'asset') return;
        const emit = (extension: string, source: string) => {
          const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
          const fileName = `assets/plain-${hash}.${extension}`;
          this.emitFile({ type: 'asset', fileName, source });
          return `/${fileName}`;
        };
        const texts = await textsOfAll();
        const style = emit('css', styles.map((file) => readFileSync(join(folder, file), 'utf8')).join(''));
        const script = emit('js', squeeze(readFileSync(join(folder, 'board.js'), 'utf8')));
        page.source = withTexts(String(page.source), texts)
          .replace('</head>', `<link rel="stylesheet" href="${style}"></head>`)
          .replace('</body>', `<script src="${script}"></script></body>`);
      },
    },
  };
}

/** The squeezer writes texts between backticks, which those televisions do not know. */
export function squeeze(code: string): string {
  const squeezed = minifySync('board.js', code, {
    module: false,
    compress: { target: 'es2015' },
    mangle: { toplevel: true },
  });
  return squeezed.code
    .replace(/`([^`]*)`/g, (_, text: string) => (text.includes('"') ? `'${text}'` : `"${text}"`))
    .trim();
}

type Said = Record<string, Record<string, string>>;

/** What the page says, under the id of its place, in every language. */
async function textsOfAll(): Promise<Said> {
  const said: Said = {};
  const files = readdirSync(languages).filter((file) => file.endsWith('.ts'));
  for (const file of files.sort()) {
    const { texts } = (await import(pathToFileURL(join(languages, file)).href)) as { texts: Texts };
    for (const [id, text] of Object.entries(textsOf(texts)))
      said[id] = { ...said[id], [basename(file, '.ts')]: text };
  }
  return said;
}

const textsOf = ({ board, counter, counterStates, notLiveSince, rehearsal }: Texts) => ({
  counter,
  heading: counter,
  rehearsal,
  'lost-since': notLiveSince('').trim(),
  open: counterStates.open,
  paused: counterStates.paused,
  nowCalling: board.nowCalling,
  noCalls: board.noCalls,
  takeNumber: board.takeNumber,
  lastCalls: board.lastCalls,
  waiting: board.waiting,
  stopped: board.stopped,
  closed: board.closed,
  opensAgain: board.opensAgain,
});

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Each place says its text in Indonesian before the hub was heard, so that a television alone says what is wrong. */
function withTexts(html: string, texts: Said): string {
  const filled = Object.entries(texts).reduce(
    (page, [id, { id: text = '' }]) =>
      page.replace(new RegExp(`( id="${id}">)`), (opening) => opening + escaped(text)),
    html,
  );
  return filled.replace('<body', `<body data-said="${escaped(JSON.stringify(texts))}"`);
}
