/** Makes the page one that a phone can keep: its manifest, its icon, and the worker, where the page is served safely. */

/** Each ticket has a manifest of its own: the icon on the home screen opens this number. */
export function makeInstallable(code: string, language: string): void {
  const folder = `/t/${encodeURIComponent(code)}`;
  link('manifest', `${folder}/manifest.webmanifest?lang=${language}`);
  link('apple-touch-icon', '/t/icons/192.png');
}

function link(rel: string, href: string): void {
  const known = document.querySelector<HTMLLinkElement>(`link[rel="${rel}"]`);
  const one = known ?? document.createElement('link');
  one.rel = rel;
  one.href = href;
  if (!known) document.head.append(one);
}

/** After the page itself is there: it is not to wait. */
export function startWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const start = () => {
    navigator.serviceWorker.register('/t/worker.js', { scope: '/t/' }).catch(() => {
      // Without it the page works as long as the network does.
    });
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}
