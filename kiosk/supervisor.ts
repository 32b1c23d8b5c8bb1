/** Entry of the supervisor's page. */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import { mount } from 'svelte';
import { followTheme } from '../display/lib/theme.ts';
import Supervisor from './supervisor/Supervisor.svelte';

followTheme();
mount(Supervisor, { target: document.body });
