/** The page of one booking in every state, at the sizes of phones and with the text twice as large. */
import { bookingScenes } from '../pages/scenes-booking-page.ts';
import { showGallery } from './gallery.ts';

showGallery({ screen: 'booking', kind: 'page', scenes: bookingScenes });
