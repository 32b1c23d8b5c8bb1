/** Small recordings for the tests, written as the real ones are. */
import { gzipSync } from 'node:zlib';

const warsawHead = 'office,date,time,queue_id,letter,queue,open,counters,waiting,current';

/** @param lines such as `08:05 A 1 2 A001`: time, letter, counters, waiting, last number called */
export function warsawSample(lines: readonly string[], queue = 'Sprawy'): string {
  const rows = lines.map((line) => {
    const [time, letter, counters, waiting, current = ''] = line.split(' ');
    return `UD_Test,2020-01-13,${time},${letter?.codePointAt(0)},${letter},"${letter}: ${queue}, ważne",1,${counters},${waiting},${current}`;
  });
  return [warsawHead, ...rows, ''].join('\n');
}

export const bankSample = [
  'date,arrived,priority,type,waited_s,outcome,served_at,served_s,server',
  '1999-02-01,08:00:00,0,PS,30,AGENT,08:00:30,120,s02',
  '1999-02-01,08:00:10,2,NW,5,AGENT,08:00:15,60,s01',
  '1999-02-01,08:01:00,0,PS,45,HANG,,,',
  '1999-02-01,08:02:00,0,PS,0,AGENT,08:01:59,0,s02',
  '1999-02-01,08:03:00,0,PS,10,AGENT,,0,s01',
  '1999-02-02,08:00:00,0,PS,0,AGENT,08:00:00,5,',
  '',
].join('\n');

export const packed = (text: string): Buffer => gzipSync(text);
