/** The phone's page in every state of a visit, at the sizes of phones and with the text twice as large. */
import { phoneScenes } from '../pages/scenes-phone.ts';
import { showGallery } from './gallery.ts';

showGallery({ screen: 'phone', kind: 'page', scenes: phoneScenes });
