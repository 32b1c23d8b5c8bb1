/**
 * Whether this process stood still just now: stopped, swapped out, or busy for seconds. What came meanwhile waited
 * in the system's buffers and says nothing of it; without this the hub would call somebody for a press that its box
 * has shown as not sent (PR1).
 */
export interface Standstill {
  /** To be called often; who is not called for long stood still. */
  beat(): void;
  /** Milliseconds by which what comes now may be older than it says; 0 nearly always. */
  justNow(): number;
}

const everyMs = 250;
const leastMs = 1000;
/** What had piled up is through by then. */
const countsForMs = 2000;

export function createStandstill(now: () => number): Standstill {
  let beatAt = now();
  let stood = { ms: 0, endedAt: Number.NEGATIVE_INFINITY };

  const stoodBefore = (at: number): number => (at - stood.endedAt < countsForMs ? stood.ms : 0);
  function beat(): void {
    const ms = now() - beatAt;
    // One soon after the other is one: what piled up in the first may still be there.
    if (ms >= leastMs) stood = { ms: stoodBefore(beatAt) + ms, endedAt: now() };
    beatAt = now();
  }

  return {
    beat,
    justNow() {
      // A message may be heard before the timer that is overdue.
      beat();
      return stoodBefore(now());
    },
  };
}

let ours: Standstill | undefined;

/** Of this process, watched from the first call on. */
export function standstillOfProcess(): Standstill {
  if (ours === undefined) {
    ours = createStandstill(() => performance.now());
    setInterval(ours.beat, everyMs).unref();
  }
  return ours;
}
