/** The template by which a technician describes a board's frame: read once, told where it is wrong. */

export type TemplatePart =
  | { readonly kind: 'byte'; readonly byte: number }
  /** `digits` 0: one byte; otherwise so many decimal digits, 1: as many as it takes. */
  | { readonly kind: 'addr' | 'counter'; readonly digits: number }
  /** `width` null: as wide as the board. */
  | { readonly kind: 'text'; readonly width: number | null; readonly right: boolean }
  /** The number in two bytes, the high one first. */
  | { readonly kind: 'number' }
  | { readonly kind: 'check' };

export type ReadTemplate =
  | { readonly ok: true; readonly parts: readonly TemplatePart[] }
  /** What was expected where. */
  | { readonly ok: false; readonly message: string };

/** `\x02`, `{text:6}`, or a character that stands for itself. */
const token = /\\x([0-9a-f]{2})|\\([rnt\\])|\{([^{}]*)\}|([\x20-\x5b\x5d-\x7a\x7c\x7e])/giy;
const escapes: Readonly<Record<string, number>> = { r: 13, n: 10, t: 9, '\\': 92 };

export function readTemplate(template: string): ReadTemplate {
  const parts: TemplatePart[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < template.length) {
    const at = token.lastIndex;
    const [, code, escaped, place, character] = token.exec(template) ?? [];
    if (place !== undefined) {
      const part = readPlace(place);
      if (!part) return { ok: false, message: unknownPlace(place) };
      parts.push(part);
    } else if (code !== undefined) parts.push(byte(Number.parseInt(code, 16)));
    else if (escaped !== undefined) parts.push(byte(escapes[escaped.toLowerCase()] ?? 0));
    else if (character !== undefined) parts.push(byte(character.charCodeAt(0)));
    else return mistake(template.slice(at));
  }
  return onceEach(parts) ?? { ok: true, parts };
}

const byte = (value: number): TemplatePart => ({ kind: 'byte', byte: value });

function readPlace(place: string): TemplatePart | undefined {
  const [, name, form] = /^(\w+)(?::(.+))?$/.exec(place) ?? [];
  switch (name) {
    case 'addr':
    case 'counter':
      if (form === 'byte') return { kind: name, digits: 0 };
      if (form === undefined) return { kind: name, digits: 1 };
      return /^0[1-9]$/.test(form) ? { kind: name, digits: Number(form) } : undefined;
    case 'text': {
      if (form === undefined) return { kind: 'text', width: null, right: false };
      if (form === 'word') return { kind: 'number' };
      const [, right, width] = /^(>?)([1-9]\d?)$/.exec(form) ?? [];
      if (width === undefined || Number(width) > 32) return undefined;
      return { kind: 'text', width: Number(width), right: right === '>' };
    }
    case 'check':
      return form === undefined ? { kind: 'check' } : undefined;
    default:
      return undefined;
  }
}

function mistake(rest: string): ReadTemplate {
  if (rest.startsWith('\\'))
    return {
      ok: false,
      message: `expected two hexadecimal digits after \\x, as in \\x02, found "${rest.slice(0, 4)}"`,
    };
  if (rest.startsWith('{'))
    return {
      ok: false,
      message: `expected a place such as {text:6} with its }, found "${rest.slice(0, 8)}"`,
    };
  return { ok: false, message: `expected a character of ASCII, \\xHH or {…}, found "${[...rest][0] ?? ''}"` };
}

const unknownPlace = (place: string): string =>
  `expected {addr}, {addr:02}, {addr:byte}, {counter:02}, {text:6}, {text:>6}, {text:word} or {check}, found "{${place.slice(0, 20)}}"`;

function onceEach(parts: readonly TemplatePart[]): ReadTemplate | undefined {
  const count = (...kinds: readonly TemplatePart['kind'][]) =>
    parts.filter(({ kind }) => kinds.includes(kind)).length;
  if (count('text', 'number') !== 1)
    return { ok: false, message: `expected {text} once, found it ${count('text', 'number')} times` };
  if (count('check') > 1) return { ok: false, message: 'expected {check} at most once' };
  return undefined;
}
