/** A screening comes along where people are screened, and nowhere else. */
import { problem, type Reply } from './route.ts';

export const onlyAtDoor = (): Reply =>
  problem('malformed', { fields: [{ path: 'screening', message: 'expected at the door alone' }] });
