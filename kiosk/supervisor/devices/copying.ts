/** Copying a text, also on plain HTTP, where browsers have no clipboard for pages but still obey the old command. */

export async function copyText(text: string): Promise<boolean> {
  if ('clipboard' in navigator) {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isDone) return true;
  }
  const back = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  // Inside a dialog nothing outside of it can be selected.
  (back?.closest('dialog') ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (back instanceof HTMLElement) back.focus();
  return isCopied;
}
