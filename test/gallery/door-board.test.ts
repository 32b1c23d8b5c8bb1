/** The board outside the door in every state, at the sizes of televisions and of a tablet on a stand. */
import { doorBoardScenes } from '../pages/scenes-door-board.ts';
import { showGallery } from './gallery.ts';

showGallery({ screen: 'door-board', kind: 'board', scenes: doorBoardScenes });
