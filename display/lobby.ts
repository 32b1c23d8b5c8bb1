/** Entry of the lobby board (`?zone=`). */
import './lib/style.css';
import './lib/board.css';
import { mount } from 'svelte';
import Lobby from './lobby/Lobby.svelte';

mount(Lobby, { target: document.body });
