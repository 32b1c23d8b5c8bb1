/** The ticket kiosk: every screen in the states of a day, standing and lying glass, and with low keys. */
import { showGallery } from './gallery.ts';
import { scenes } from './kiosk-scenes.ts';

showGallery({ screen: 'kiosk', kind: 'kiosk', scenes });
