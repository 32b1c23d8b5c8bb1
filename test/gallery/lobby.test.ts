/** The lobby board in the states of a day. */
import { emptyLobby, lobby } from '../pages/scenes.ts';
import { landscape, portrait, showGallery } from './gallery.ts';

showGallery({
  screen: 'lobby',
  kind: 'board',
  scenes: [
    {
      state: 'at-work',
      path: '/display/',
      sizes: [landscape, portrait],
      views: { lobby },
      ready: 'A-024',
      readme: 'lobby',
    },
    {
      state: 'empty-morning',
      path: '/display/',
      sizes: [landscape, portrait],
      views: { lobby: emptyLobby },
      ready: 'Belum ada panggilan',
    },
  ],
});
