/** What a gesture of a foreign button does: its own settings, or what is usual. */
import {
  type DeviceSettings,
  type Gesture,
  type KeyAction,
  keyAction,
  usualKeys,
} from '../../contract/device-settings.ts';
import { fieldsOf, own } from './payload.ts';

/** @param input which of its keys; empty where it has one. Undefined: the gesture means nothing here. */
export function actionOf(settings: DeviceSettings, input: string, gesture: Gesture): KeyAction | undefined {
  const keys = settings.keys === undefined ? usualKeys : fieldsOf(settings.keys);
  // The one with its input counts before the one without.
  const found = own(keys, `${input}:${gesture}`) ?? own(keys, gesture);
  return keyAction.safeParse(found).data;
}
