/** Lines about the wire for a device's page: only so many a second, then one that says how many were left out. */

export type Way = 'in' | 'out' | 'wrong';

export interface Notes {
  note(way: Way, text: string): void;
  stop(): void;
}

const mostASecond = 20;
const mostCharacters = 300;

/** Nobody's temperature is kept, on a device's page neither. */
const reading = /(,TMP,)[^*]*/;

export function createNotes(say: (line: { way: Way; text: string }) => void): Notes {
  let said = 0;
  let leftOut = 0;
  let second: NodeJS.Timeout | undefined;

  function secondIsOver(): void {
    second = undefined;
    said = 0;
    if (leftOut === 0) return;
    const text = `${leftOut} more lines were left out`;
    leftOut = 0;
    send('wrong', text);
  }

  function send(way: Way, text: string): void {
    second ??= setTimeout(secondIsOver, 1000);
    said += 1;
    say({ way, text });
  }

  return {
    note(way, text) {
      if (said < mostASecond) send(way, text.replace(reading, '$1…').slice(0, mostCharacters));
      else leftOut += 1;
    },
    stop: () => clearTimeout(second),
  };
}
