/** Entry of the printable sheet of emergency numbers. */
import '../display/lib/style.css';
import '../display/lib/touch.css';
import { mount } from 'svelte';
import Sheet from './emergency/Sheet.svelte';

mount(Sheet, { target: document.body });
