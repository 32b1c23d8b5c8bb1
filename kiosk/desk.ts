/** Entry of the officer's desk (`?n=3`). */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import { mount } from 'svelte';
import { followTheme } from '../display/lib/theme.ts';
import Desk from './desk/Desk.svelte';

followTheme();
mount(Desk, { target: document.body });
