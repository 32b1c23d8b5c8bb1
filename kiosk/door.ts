/** Entry of the door station. */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import { mount } from 'svelte';
import { followTheme } from '../display/lib/theme.ts';
import { signInByLink } from '../display/lib/token-link.ts';
import DoorStation from './door/DoorStation.svelte';

followTheme();
// A link that signs the station in counts before the page connects.
await signInByLink();
mount(DoorStation, { target: document.body });
