/** Entry of a booking's page (`/b/<code>`). */
import './lib/style.css';
import { mount } from 'svelte';
import Booking from './booking/Booking.svelte';
import { followTheme } from './lib/theme.ts';

followTheme();
mount(Booking, { target: document.body });
