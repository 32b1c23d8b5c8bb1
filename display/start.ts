/** Entry of the start page. */
import './lib/style.css';
import './lib/touch.css';
import { mount } from 'svelte';
import { followTheme } from './lib/theme.ts';
import Start from './start/Start.svelte';

followTheme();
mount(Start, { target: document.body });
