/** The hub's HTTP API, as kiosks, desks and the supervisor use it: kept-alive connections, and patience when limited. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Reply {
  readonly status: number;
  /** What the JSON of the answer says; empty when there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Api {
  /** Asks again when the hub says that it was too often; resolves whatever the answer is. */
  ask(method: Method, path: string, body?: object | string, type?: string): Promise<Reply>;
  /** How often the hub said that it was too often. */
  limited(): number;
  close(): void;
}

/** @param headers who asks: a bearer token, or a cookie and the origin */
export function openApi({ host, port }: Address, headers: Readonly<Record<string, string>>): Api {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  let limited = 0;

  function send(method: Method, path: string, text: string, type: string, key: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          ...{ host, port, agent, method, path: `/api/v1${path}` },
          headers: {
            ...headers,
            accept: 'application/json',
            ...(method === 'GET' ? {} : { 'content-type': type, 'idempotency-key': key }),
            'content-length': Buffer.byteLength(text),
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const body = objectOf(Buffer.concat(chunks).toString());
            resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
          });
        },
      );
      sent.once('error', reject).end(text);
    });
  }

  return {
    async ask(method, path, body, typeOfText = 'application/yaml') {
      const [text, type] =
        typeof body === 'string'
          ? [body, typeOfText]
          : [body ? JSON.stringify(body) : '', 'application/json'];
      const key = randomUUID();
      for (;;) {
        const reply = await send(method, path, text, type, key);
        if (reply.status !== 429) return reply;
        limited += 1;
        await pause(Number(reply.headers['retry-after'] ?? 1) * 1000);
      }
    },
    limited: () => limited,
    close: () => agent.destroy(),
  };
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The answer of a request that cannot be refused. @throws with what the hub said */
export async function must(api: Api, method: Method, path: string, body?: object | string) {
  const reply = await api.ask(method, path, body);
  if (reply.status < 200 || reply.status > 299)
    throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body).slice(0, 2000)}`);
  return reply.body;
}

export function textOf(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new Error(`the hub's answer has no ${name}: ${JSON.stringify(body)}`);
  return value;
}
