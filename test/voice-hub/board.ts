/** A lobby board that reports and says calls, as its page would. */
import type { DisplayAnswer, DisplayReport } from '../../server/contract/displays.ts';
import type { Screen } from '../socket/screen.ts';

export interface Board extends Screen {
  readonly id: string;
  report(changes?: Partial<DisplayReport>): Promise<DisplayAnswer>;
  /** Whether the hub's last word was that it speaks. */
  speaks(): boolean;
  /** What it was told to say, as `A-001` or `A-001 again`; nothing that others say. */
  said(): string[];
  announced(callId: string): Promise<void>;
  closes(): void;
}

/** What a lobby with sound says of itself; `letter`: twelve times its id. */
export const reportOf = (letter: string): DisplayReport => ({
  ...{ id: letter.repeat(12), page: 'lobby', zone: null, counter: null, number: null, sound: 'on' },
  ...{ clockOffset: 0, build: 'b1', size: '1920 × 1080' },
});

export function asBoard(screen: Screen, id: string, zone: string | null): Board {
  const shown: DisplayReport = { ...reportOf('a'), id, zone };
  const told: unknown[] = [];
  return {
    ...screen,
    id,
    async report(changes = {}) {
      Object.assign(shown, changes);
      const answer = (await screen.ask('report', shown)) as DisplayAnswer;
      told.push(answer.speaks);
      return answer;
    },
    speaks: () => lastWord(screen) ?? told.at(-1) === true,
    said: () =>
      screen.heard.flatMap((one) => {
        if (one.type !== 'announce' || one.message.silent) return [];
        return `${one.message.number}${one.message.again ? ' again' : ''}`;
      }),
    async announced(callId) {
      screen.send('announced', { callId });
      // Whatever comes back was sent after it was heard.
      await screen.watch('lobby');
    },
    closes: () => screen.close(),
  };
}

function lastWord({ heard }: Screen): boolean | undefined {
  const words = heard.filter(({ type }) => String(type) === 'speaker');
  return (words.at(-1)?.message as { speaks?: boolean } | undefined)?.speaks;
}
