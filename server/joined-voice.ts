/** The voice inside the hub: the data folder's recordings, the pages that are served, and what was known before this start. */
import type { OfficeVoice } from './adapters/voice/office-voice.ts';
import { createOfficeVoice } from './adapters/voice/voice.ts';
import { instant } from './domain/instant.ts';
import { lastAlive } from './hub/alive.ts';
import type { Hub } from './hub.ts';
import type { Log } from './log.ts';
import { distFolder } from './pages.ts';

interface Parts {
  readonly hub: Hub;
  readonly log: Log;
  /** Null: nothing is kept. */
  readonly folder: string | null;
}

/** To be called before the hub notes that it is alive: until that last note screens were connected. */
export function joinVoice({ hub, log, folder }: Parts): OfficeVoice {
  const last = folder === null ? null : lastAlive(folder);
  return createOfficeVoice({
    ...{ hub, log, folder, distFolder },
    lastAlive: last === null ? null : instant(last),
  });
}
