/** Tests that need tools. */
import { expect, test } from 'vitest';
import { needs } from '../../needs.ts';

test('needs nothing', () => expect(1 + 1).toBe(2));
needs('chromium')('opens a page', () => expect(1 + 1).toBe(2));
needs('mosquitto_pub', 'mosquitto_sub')('hears a message', () => expect(1 + 1).toBe(2));
