/** Finds the names of rules (`CN2`) in RULES.md, in comments and in test titles. */
import ts from 'typescript';
import { collect, parse } from './syntax.ts';

/** Not the start of a duration (`PT0.6S`) nor of a code (`WS8-X`). */
const name = String.raw`[A-Z]{2}\d{1,2}(?!\w|[.-]\w)`;
const anyName = new RegExp(String.raw`(?<![\w.-])${name}`, 'g');

/** A rule is defined where a list item or a table row starts with its name. */
export function definedRules(markdown: string): string[] {
  const start = new RegExp(String.raw`^\s*(?:[-*]|\|)\s*(?:\*\*|${'`'})?(${name})`, 'gm');
  return [...markdown.matchAll(start)].map(([, rule]) => rule ?? '');
}

export function rulesInComments(text: string): string[] {
  const comments = text.match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*|<!--[\s\S]*?-->/gm) ?? [];
  return comments.flatMap((comment) => comment.match(anyName) ?? []);
}

/** The rules that a test's title starts with: `CN2 …`, `CN2, CN3: …`, `CN2 and CN3 …`. */
export function rulesInTitle(title: string): string[] {
  const start = new RegExp(String.raw`^${name}(?:(?:,| and|,? \+| &)? ${name})*`).exec(title);
  return start?.[0].match(anyName) ?? [];
}

/** Titles are first arguments beside a function: `test('…', () => {})`, `test.each(rows)('…', …)`, `withChromium('…', …)`. */
export function testTitles(file: string, text: string): string[] {
  return collect(parse(file, text), (node) => {
    if (!ts.isCallExpression(node)) return undefined;
    const [title, ...others] = node.arguments;
    if (!title || !others.some(isFunction)) return undefined;
    if (ts.isStringLiteralLike(title)) return title.text;
    return ts.isTemplateExpression(title) ? title.head.text : undefined;
  });
}

function isFunction(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}
