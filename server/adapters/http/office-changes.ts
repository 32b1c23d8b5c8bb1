/** A change of the office looked at before it is made, and the changes that were made. */
import { setImmediate } from 'node:timers/promises';
import {
  type OfficeEdit,
  type PreviewAnswer,
  type PreviewBody,
  previewBody,
} from '../../contract/http-office.ts';
import { unshownPrefixes } from '../../contract/office/unshown-prefixes.ts';
import { strandedBy } from '../../domain/stranded.ts';
import { officeAt, officeHistory } from './office-history.ts';
import { officeNow } from './office-version.ts';
import { api, type Context, problem, type Route, reply, route } from './route.ts';

const path = `${api}/office`;

export const officeChangeRoutes: readonly Route[] = [
  route<PreviewBody>({
    method: 'post',
    path: `${path}/preview`,
    roles: ['supervisor'],
    body: previewBody,
    // Looks, and does nothing.
    keyed: false,
    async handle({ body: { source, edits = [] } }, context) {
      const now = officeNow(context);
      if (!now) return problem('not-found');
      const edited = await edit(context, source ?? now.source ?? '', edits);
      if (!edited.ok) return problem('malformed', { fields: [edited.field] });
      return reply(200, preview(context, edited.text));
    },
  }),
  route({
    method: 'get',
    path: `${path}/history`,
    roles: ['supervisor'],
    keyed: false,
    handle: async (_, context) => reply(200, await officeHistory(context)),
  }),
  route({
    method: 'get',
    path: `${path}/history/:seq`,
    roles: ['supervisor'],
    keyed: false,
    async handle({ params }, context) {
      const found = /^\d{1,9}$/.test(params.seq ?? '') ? await officeAt(context, Number(params.seq)) : null;
      return found ? reply(200, found) : problem('not-found');
    },
  }),
];

type Edited =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly field: { path: string; message: string } };

/** One at a time: a press in between does not wait for all of them. */
async function edit({ officeText }: Context, source: string, edits: readonly OfficeEdit[]): Promise<Edited> {
  let text = source;
  for (const [index, one] of edits.entries()) {
    const edited = officeText.edit(text, [one]);
    if (edited === null)
      return {
        ok: false,
        field: {
          path: `edits[${index}]`,
          message: 'expected a place that the file has, and a file that can be read',
        },
      };
    text = edited;
    await setImmediate();
  }
  return { ok: true, text };
}

/** Against the office that runs now. */
function preview(context: Context, source: string): PreviewAnswer {
  const { hub, officeText } = context;
  const now = officeNow(context);
  const file = context.readOffice(source);
  const written = officeText.written(source);
  const unshown = file.ok ? unshownPrefixes(file.office) : [];
  return {
    version: now?.version ?? '',
    source,
    written,
    changes: written === null ? [] : officeText.changes(officeText.written(now?.source ?? ''), written),
    mistakes: file.ok ? [] : file.mistakes,
    strands: file.ok ? strandedBy(hub.state, file.office) : [],
    ...(unshown.length > 0 ? { unshown } : {}),
  };
}
