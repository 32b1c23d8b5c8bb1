/** Which screen this is: made once and kept by its browser, so that it is the same one after a restart. */

const key = 'loket-screen';
const shape = /^[a-z0-9]{12,32}$/;

/** Where the browser keeps nothing, the screen is another one each time it is loaded. */
export function screenId(): string {
  const known = read();
  if (known !== null && shape.test(known)) return known;
  const made = make();
  try {
    localStorage.setItem(key, made);
  } catch {
    // Storage is off or full: the id lives as long as the page.
  }
  return made;
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

const make = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
