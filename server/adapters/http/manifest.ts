/** What a phone needs to keep a ticket on its home screen: an icon with the number, which opens that ticket's page. */
import { Router } from 'express';
import { problem } from './route.ts';
import { send } from './serve.ts';
import type { Views } from './views.ts';

/** Of links alone: a number is not enough to look at a ticket (PA5). */
const link = /^[\w-]{22}$/;
const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/t/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

export function manifestRoutes(views: Pick<Views, 'ticket'>): Router {
  const router = Router();
  router.get('/t/:code/manifest.webmanifest', ({ params: { code }, query: { lang } }, response) => {
    const ticket = link.test(code) ? views.ticket(code) : null;
    if (!ticket) return send(response, problem('not-found'));
    const { name, languages } = ticket.office;
    const asked = languages.find((language) => language === lang);
    const language = asked ?? languages[0] ?? 'id';
    response.set('Cache-Control', 'no-store').type('application/manifest+json');
    response.send(
      JSON.stringify({
        id: `/t/${code}`,
        start_url: `/t/${code}`,
        scope: '/t/',
        display: 'standalone',
        lang: language,
        name: `${ticket.number} · ${name[language] ?? Object.values(name)[0] ?? ''}`,
        short_name: ticket.number,
        theme_color: '#f5f4f1',
        background_color: '#f5f4f1',
        icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable', 512, 'maskable')],
      }),
    );
  });
  return router;
}
