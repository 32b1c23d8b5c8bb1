/** Virtual counter boxes: real MQTT clients beside the hub, over TCP, worked from the start page. */
import { randomBytes } from 'node:crypto';
import type { KeyName, PressResult } from '../contract/devices.ts';
import type { BoxView } from '../contract/views.ts';
import type { Hub } from '../hub.ts';
import type { Log } from '../log.ts';
import { openVirtualBox, type VirtualBox } from './virtual-boxes/box.ts';
