/** Entry of the printed slip (`/slip/<ticket code>`). */
import './lib/style.css';
import './slip/slip.css';
import { mount } from 'svelte';
import Slip from './slip/Slip.svelte';

mount(Slip, { target: document.body });
