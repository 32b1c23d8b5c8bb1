/** The office's one colour, made legible: as a surface, as a text on the page's ground, and the text on it. */

type Rgb = readonly [number, number, number];

const black: Rgb = [11, 15, 20];
const white: Rgb = [255, 255, 255];

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const mix = (colour: Rgb, towards: Rgb, share: number): Rgb =>
  colour.map((part, index) => Math.round(part + ((towards[index] ?? part) - part) * share)) as unknown as Rgb;

/** The colour itself, or as little lighter or darker as reaches the contrast. */
export function legible(colour: Rgb, ground: Rgb, least: number): Rgb {
  const towards = luminance(ground) < 0.18 ? white : black;
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(colour, towards, share);
    if (contrast(mixed, ground) >= least) return mixed;
  }
  return towards;
}

const css = (colour: Rgb): string => `rgb(${colour.join(' ')})`;

/** Sets `--accent`, `--on-accent` and `--accent-ink` on the page. */
export function paint(accent: string, root: HTMLElement = document.documentElement): void {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return;
  const colour = parse(accent);
  const ink = contrast(colour, black) >= contrast(colour, white) ? black : white;
  // The surface too must carry its text at 7:1, whatever colour the office chose.
  const surface = legible(colour, ink, 7);
  root.style.setProperty('--accent', css(surface));
  root.style.setProperty('--on-accent', css(ink));
  root.style.setProperty('--accent-on-dark', css(legible(colour, [21, 28, 35], 7)));
  root.style.setProperty('--accent-on-light', css(legible(colour, [255, 255, 255], 5)));
}
