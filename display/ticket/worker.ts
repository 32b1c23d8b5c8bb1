/** The phone page's worker: keeps the page and what it is made of for bad networks, and never an answer of the hub. */

interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Clicked extends Waiting {
  readonly notification: Notification;
}
interface Window {
  readonly url: string;
  focus(): Promise<unknown>;
}
/** Of the worker's own globals what is used here; the pages' types do not know them. */
interface WorkerScope {
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Window[]>;
    openWindow(path: string): Promise<unknown>;
  };
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void;
}
/** Written before this by the build: which one it is, and the files of the page. */
declare const shell: { readonly build: string; readonly files: readonly string[] };

const worker = globalThis as unknown as WorkerScope;
const store = `loket-ticket-${shell.build}`;
/** The page is the same for every ticket. */
const page = '/t/-';
/** A network that takes longer is as good as none. */
const patienceMs = 4000;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(store).then((cache) => cache.addAll([page, ...shell.files])));
});

/** A new build begins when no page of the old one is open any more: none loses its files under its feet. */
worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers());
});
async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith('loket-ticket-') && name !== store);
  await Promise.all(others.map((name) => caches.delete(name)));
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && /^\/t\/[\w-]+\/?$/.test(pathname)) event.respondWith(newest(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request));
});

/** The hub's page first, so that a new build is seen at once; the kept one where the hub is not reached. */
async function newest(request: Request): Promise<Response> {
  const known = await caches.match(page, { cacheName: store });
  if (!known) return fetch(request);
  const late = new Promise<Response>((answer) => setTimeout(() => answer(known), patienceMs));
  const fresh = fetch(request).then(
    (answer) => (answer.status >= 500 ? known : answer),
    () => known,
  );
  return Promise.race([fresh, late]);
}

/** Its name changes with what is in it: what is kept is what is there. What is loaded later is kept then. */
async function kept(request: Request): Promise<Response> {
  const known = await caches.match(request, { cacheName: store, ignoreVary: true });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(store);
    await cache.put(request, answer.clone()).catch(() => {});
  }
  return answer;
}

/** Back to the ticket that told something. */
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(String(event.notification.data)));
});
async function show(path: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === path);
  if (open) await open.focus();
  else await worker.clients.openWindow(path);
}
