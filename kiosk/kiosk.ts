/** Entry of the ticket kiosk. */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import { mount } from 'svelte';
import Kiosk from './tickets/Kiosk.svelte';

mount(Kiosk, { target: document.body });
