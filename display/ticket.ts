/** Entry of the phone's page (`/t/<code>`). */
import './lib/style.css';
import { mount } from 'svelte';
import { followTheme } from './lib/theme.ts';
import { startWorker } from './ticket/installed.ts';
import Ticket from './ticket/Ticket.svelte';

followTheme();
mount(Ticket, { target: document.body });
startWorker();
