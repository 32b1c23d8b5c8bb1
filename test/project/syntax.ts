/** What a source file imports, and what of it a pure file may not contain; read with TypeScript's own parser. */
import ts from 'typescript';
import type { Import } from './imports.ts';

/** Names that bring in a clock, chance or the world. `Date` and `Math` are looked at more closely. */
const worldly = new Set([
  ...['console', 'process', 'performance', 'crypto', 'fetch', 'globalThis', 'localStorage', 'navigator'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
]);
const worldlyMembers = new Set(['Date.now', 'Math.random', 'Temporal.Now']);

export function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** Every node that the callback makes something of. */
export function collect<T>(source: ts.Node, pick: (node: ts.Node) => T | undefined): T[] {
  const found: T[] = [];
  visit(source, (node) => {
    const made = pick(node);
    if (made !== undefined) found.push(made);
  });
  return found;
}

/** A component's imports are those of its scripts, and `import('…')` anywhere in its markup. */
export function importsOf(file: string, text: string): Import[] {
  if (!file.endsWith('.svelte')) return collect(parse(file, text), importAt);
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');
  const markup = text.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '');
  const inMarkup = [...markup.matchAll(/\bimport\(\s*['"`]([^'"`]+)/g)].map(([, specifier]) => ({
    specifier: specifier ?? '',
    typeOnly: false,
  }));
  return [...scripts.flatMap((script) => collect(parse(`${file}.ts`, script), importAt)), ...inMarkup];
}

function importAt(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node)) {
    return importOf(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return importOf(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return importOf(node.argument.literal, true);
  if (ts.isCallExpression(node) && isModuleCall(node.expression)) return importOf(node.arguments[0], false);
  return undefined;
}

function isModuleCall(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
  );
}

/** An import of a computed name cannot be checked; it comes out as `<computed>`, a package nobody may have. */
function importOf(specifier: ts.Node | undefined, typeOnly: boolean): Import {
  const known = specifier !== undefined && ts.isStringLiteralLike(specifier);
  return { specifier: known ? specifier.text : '<computed>', typeOnly };
}

/** Everything in a file of the domain that reaches for a clock, chance or the world, or hides a missing case. */
export function impurities(file: string, text: string): string[] {
  const source = parse(file, text);
  return collect(source, (node) => {
    const what = impurityAt(node);
    if (what === undefined) return undefined;
    return `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${what}`;
  });
}

function impurityAt(node: ts.Node): string | undefined {
  if (ts.isDefaultClause(node)) return 'default:';
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isPropertyAccessExpression(node) && worldlyMembers.has(node.getText())) return node.getText();
  if (ts.isIdentifier(node) && worldly.has(node.text) && !isOnlyAName(node)) return node.text;
  return undefined;
}

/** `day.process`, `{ process: 1 }`: a member or a declaration of that name, not the global. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  return 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);
}
