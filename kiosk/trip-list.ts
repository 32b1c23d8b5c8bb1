/** Entry of the printable list of a trip. */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import { mount } from 'svelte';
import TripList from './supervisor/offsite/TripList.svelte';

mount(TripList, { target: document.body });
