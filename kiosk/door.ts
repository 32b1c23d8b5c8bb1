/** Entry of the door station. */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import { mount } from 'svelte';
import { followTheme } from '../display/lib/theme.ts';
import DoorStation from './door/DoorStation.svelte';

followTheme();
mount(DoorStation, { target: document.body });
