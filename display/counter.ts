/** Entry of the board above one counter (`?n=3`). */
import './lib/style.css';
import './lib/board.css';
import { mount } from 'svelte';
import CounterBoard from './counter/CounterBoard.svelte';

mount(CounterBoard, { target: document.body });
