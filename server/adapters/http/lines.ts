/** An answer that is sent while it is made: lines of JSON, one after the other. */
import { once } from 'node:events';
import type { Response } from 'express';

/** Ends early when the client is gone; the source is told so. When the source fails, the answer breaks off. */
export async function sendLines(response: Response, lines: AsyncIterable<object>): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  // Nothing between here and the page may wait for the end of it.
  response.writeHead(200, {
    'Content-Type': 'application/x-ndjson',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  try {
    for await (const line of lines) {
      if (response.destroyed) return;
      if (!response.write(`${JSON.stringify(line)}\n`))
        await once(response, 'drain', { signal: gone.signal });
    }
    response.end();
  } catch (error) {
    if (gone.signal.aborted) return;
    response.destroy();
    throw error;
  }
}
