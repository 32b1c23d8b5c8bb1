/** A process of its own that opens the journal: to be killed, or to be refused. Run as a program, not by tests. */
import { JournalRefused } from '../../server/journal/guards.ts';
import type { SqliteJournal } from '../../server/journal/sqlite.ts';
import { openSqliteJournal } from '../../server/journal/sqlite.ts';
import { silent } from '../../server/log.ts';
import { began, dayStream, only, taken, to, tokenIssued } from './office-day.ts';

const [folder = '', task] = process.argv.slice(2);

/** Says each number only when it is on disk; ends when it is killed. */
async function appendForEver(journal: SqliteJournal): Promise<void> {
  const { calendarSeq, day } = await journal.load();
  let tokens = calendarSeq;
  let seq = day?.seq ?? 0;
  if (seq === 0) await journal.append(only(to(dayStream, seq++, began)));
  for (;;) {
    const answer = { account: 'kiosk', key: `k${seq}`, body: null, at: 0, outcome: '{}' };
    const streams = [to(dayStream, seq, taken(seq)), to('calendar', tokens, tokenIssued(`t${tokens + 1}`))];
    await journal.append({ streams, answers: [answer], rows: [] });
    process.stdout.write(`${seq}\n`);
    seq += 1;
    tokens += 1;
  }
}

try {
  const journal = await openSqliteJournal({ folder, kind: 'real', log: silent });
  process.stdout.write('open\n');
  if (task === 'append') await appendForEver(journal);
  process.stdin.resume();
} catch (error) {
  process.stdout.write(
    error instanceof JournalRefused ? `${error.reason}: ${error.message}\n` : String(error),
  );
  process.exitCode = 1;
}
