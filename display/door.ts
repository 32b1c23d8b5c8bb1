/** Entry of the board outside the door. */
import './lib/style.css';
import './lib/board.css';
import { mount } from 'svelte';
import DoorBoard from './door/DoorBoard.svelte';

mount(DoorBoard, { target: document.body });
