/** The board above one counter in every state it can be in, at the sizes of televisions and of small boards. */
import { counterScenes } from '../pages/scenes-counter.ts';
import { showGallery } from './gallery.ts';

showGallery({ screen: 'counter', kind: 'board', scenes: counterScenes });
