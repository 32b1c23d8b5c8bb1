/** Entry of the officer's desk (`?n=3`). */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import { mount } from 'svelte';
import { counterInAddress } from '../display/lib/address.ts';
import NoSuchPlace from '../display/lib/NoSuchPlace.svelte';
import { followTheme } from '../display/lib/theme.ts';
import { signInByLink } from '../display/lib/token-link.ts';
import Desk from './desk/Desk.svelte';

followTheme();
// A link that signs the station in counts before the page connects.
await signInByLink();
const counter = counterInAddress();
if (counter === null)
  mount(NoSuchPlace, { target: document.body, props: { missing: { what: 'which-counter' } } });
else mount(Desk, { target: document.body, props: { counter } });
