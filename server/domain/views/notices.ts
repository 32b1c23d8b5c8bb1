/** What a board shows beside the calls: the notices of its day, and the pictures and videos that are there. */
import type { Office } from '../../contract/office.ts';
import type { LobbyView } from '../../contract/views.ts';
import type { ViewContext } from './context.ts';

/**
 * @param date the office's local date
 * @param zone null: the board of the whole office, which shows what is for all boards and what is for any zone
 */
export function shownBeside(
  office: Office,
  { media: there }: Pick<ViewContext, 'media'>,
  date: string,
  zone: string | null,
): Pick<LobbyView, 'notices' | 'media'> {
  const isHere = (one: { readonly zone?: string }) => zone === null || (one.zone ?? zone) === zone;
  const notices = office.notices.filter(
    ({ from = date, until = date, ...one }) => from <= date && date <= until && isHere(one),
  );
  // A file that is not there, or is none that could be shown, is passed over: the board does not wait for it.
  const media = office.media.filter(isHere).flatMap(({ file, still }) => {
    const src = there?.get(file);
    return src === undefined ? [] : [{ src, kind: kindOf(file), still }];
  });
  return {
    ...(notices.length > 0 ? { notices: notices.map(({ text }) => text) } : {}),
    ...(media.length > 0 ? { media } : {}),
  };
}

const kindOf = (file: string): 'picture' | 'video' => (/\.(?:mp4|webm)$/.test(file) ? 'video' : 'picture');
