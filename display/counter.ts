/** Entry of the board above one counter (`?n=3`). */
import './lib/style.css';
import './lib/board.css';
import { mount } from 'svelte';
import CounterBoard from './counter/CounterBoard.svelte';
import { counterInAddress } from './lib/address.ts';
import NoSuchPlace from './lib/NoSuchPlace.svelte';

const counter = counterInAddress();
if (counter === null)
  mount(NoSuchPlace, { target: document.body, props: { missing: { what: 'which-counter' } } });
else mount(CounterBoard, { target: document.body, props: { counter } });
