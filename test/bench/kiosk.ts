/** One kiosk: a kept-alive HTTP connection over which tickets are taken, one at a time. */
import { Agent, type IncomingMessage, request } from 'node:http';
import { field } from './api.ts';

export interface Kiosk {
  /** Answers the ticket's code. */
  take(service: string): Promise<string>;
  close(): void;
}

/** @param from the kiosk's own address, as limits are kept by address */
export function openKiosk(port: number, token: string, from: string | undefined): Kiosk {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const local = from === undefined ? {} : { localAddress: from };

  async function take(service: string): Promise<string> {
    const body = JSON.stringify({ service });
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    const options = {
      host: '127.0.0.1',
      port,
      path: '/api/v1/tickets',
      method: 'POST',
      agent,
      headers,
      ...local,
    };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(options, resolve).once('error', reject).end(body);
    });
    const answer = (await response.setEncoding('utf8').toArray()).join('');
    if (response.statusCode !== 201) throw new Error(`POST /tickets: ${response.statusCode} ${answer}`);
    return field(JSON.parse(answer), 'code');
  }

  return { take, close: () => agent.destroy() };
}

/** Linux answers on all of 127.0.0.0/8, so that clients can come from addresses of their own; others share one. */
export function clientAddress(number: number): string | undefined {
  return process.platform === 'linux' ? `127.0.${1 + (number >> 7)}.${1 + (number & 127)}` : undefined;
}
