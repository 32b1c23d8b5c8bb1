/** How far the bench is: a bar at a terminal, a line for each office otherwise. */

export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

export interface Progress {
  /** @param share 0 to 1 */
  show(what: string, share: number): void;
  clear(): void;
}

const width = 30;

export function createProgress(output: Output): Progress {
  let last = '';
  return {
    show(what, share) {
      const filled = Math.round(share * width);
      const bar = `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`;
      if (output.isTTY) output.write(`\r\u001b[K${bar} ${what}`);
      else if (what !== last) output.write(`${what}\n`);
      last = what;
    },
    clear() {
      if (output.isTTY) output.write('\r\u001b[K');
    },
  };
}
