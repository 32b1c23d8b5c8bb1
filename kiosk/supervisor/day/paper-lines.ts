/** One line of the sheet of emergency numbers, as it is typed in. */
export interface PaperLine {
  readonly key: number;
  number: string;
  service: string;
  lane: string;
  /** `10:20` on the office's clock. */
  time: string;
  done: boolean;
  trouble: string | null;
}

/** The line after these: the next number of the sheet, and otherwise like the one before. */
export function nextLine(
  lines: readonly PaperLine[],
  prefix: string,
  services: readonly string[],
  lanes: readonly string[],
): PaperLine {
  const last = lines.at(-1);
  const ordinal = Number(/(\d+)$/.exec(last?.number ?? '')?.[1] ?? 0) + 1;
  return {
    key: (last?.key ?? 0) + 1,
    number: `${prefix}-${String(ordinal).padStart(3, '0')}`,
    service: last?.service ?? services[0] ?? '',
    lane: last?.lane ?? lanes[0] ?? '',
    time: last?.time ?? '',
    done: last?.done ?? false,
    trouble: null,
  };
}
