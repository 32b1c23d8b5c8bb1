/** Entry of the ticket kiosk. */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import './tickets/kiosk.css';
import { mount } from 'svelte';
import { signInByLink } from '../display/lib/token-link.ts';
import Kiosk from './tickets/Kiosk.svelte';

// A link that signs the station in counts before the page connects.
await signInByLink();
mount(Kiosk, { target: document.body });
