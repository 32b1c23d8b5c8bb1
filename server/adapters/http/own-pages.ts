/** Addresses of the hub's own pages, as whoever asks reaches it. What is secret stands after `#`: it is sent nowhere. */
import type { Request } from 'express';
import type { Role } from '../../contract/values.ts';

const origin = ({ protocol, host }: Request): string => `${protocol}://${host}`;

/** The page that a station of the role shows; null: it has none. */
function pageOf(role: Role, counter: number | null): string | null {
  switch (role) {
    case 'kiosk':
      return '/kiosk/';
    case 'door':
      return '/kiosk/door.html';
    case 'counter':
      return `/kiosk/desk.html?n=${counter}`;
    case 'supervisor':
      return '/kiosk/supervisor.html';
    // Boards need no token: whatever they show is public.
    case 'display':
    case 'integration':
      return null;
  }
}

/** Signs in by itself whoever opens it. */
export function tokenLink(
  request: Request,
  { role, counter, token }: { role: Role; counter: number | null; token: string },
): string | null {
  const page = pageOf(role, counter);
  return page && `${origin(request)}${page}#token=${token}`;
}

/** The supervisor's page with a code, and what the station that shows it is. */
export function pairingLink(
  request: Request,
  code: string,
  { role, counter }: { role?: Role | undefined; counter?: number | undefined },
): string {
  const wish = `${role === undefined ? '' : `&role=${role}`}${counter === undefined ? '' : `&counter=${counter}`}`;
  return `${origin(request)}/kiosk/supervisor.html#pair=${code}${wish}`;
}
