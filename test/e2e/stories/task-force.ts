/** The receiver of the task force: it believes a notice by its signature, as any receiver of theirs would. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export const taskForceSecret = 'rahasia satgas di kantor ini';

export interface TaskForce {
  readonly url: string;
  /** The notices that were signed with the secret, as they were sent. */
  readonly notices: readonly string[];
}

export async function openTaskForce(): Promise<TaskForce> {
  const notices: string[] = [];
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    const isTheirs = isSigned(body, String(request.headers['loket-signature']));
    if (isTheirs) notices.push(body);
    response.writeHead(isTheirs ? 204 : 401).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/satgas`, notices };
}

function isSigned(body: string, signature: string): boolean {
  const [, seconds = '', given = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  const own = createHmac('sha256', taskForceSecret).update(`${seconds}.${body}`).digest('hex');
  return given.length === own.length && timingSafeEqual(Buffer.from(given), Buffer.from(own));
}
