/** A key whose words are too long for it writes them smaller, and leaves out what matters less, before they run over. */
import type { Attachment } from 'svelte/attachments';

/** How large the words may be, tried in this order: each costs the page a look at itself. */
const sizes = ['1', '0.88', '0.76', '0.66', '0.56'];
/** From here on what matters less is left out. */
const tight = 2;

function runsOver(key: HTMLElement): boolean {
  const box = key.getBoundingClientRect();
  const words = document.createRange();
  words.selectNodeContents(key);
  const { left, right, top, bottom } = words.getBoundingClientRect();
  return left < box.left || right > box.right || top < box.top || bottom > box.bottom;
}

function writeToFit(key: HTMLElement): void {
  for (const [index, size] of sizes.entries()) {
    key.toggleAttribute('data-tight', index >= tight);
    key.style.setProperty('--fit', size);
    if (!runsOver(key)) return;
  }
}

/** @param said what stands on the key: when it changes, it is fitted again */
export const fitting =
  (_said: string): Attachment<HTMLElement> =>
  (key) => {
    let isGone = false;
    const sized = new ResizeObserver(() => writeToFit(key));
    sized.observe(key);
    void document.fonts.ready.then(() => {
      if (!isGone) writeToFit(key);
    });
    return () => {
      isGone = true;
      sized.disconnect();
    };
  };
