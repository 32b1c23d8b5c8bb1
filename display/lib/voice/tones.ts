/** Tones that need no file: the chime where a sentence could not be had, and the soft one after "switch on the sound". */

interface Tone {
  readonly hertz: number;
  /** Seconds from now. */
  readonly from: number;
  readonly seconds: number;
  readonly loud: number;
}

/** Starts it at once. Returns what ends last, and after how many seconds. */
export const playChime = (context: AudioContext): [OscillatorNode, number] =>
  play(context, [
    { hertz: 659.25, from: 0, seconds: 1.1, loud: 0.35 },
    { hertz: 523.25, from: 0.45, seconds: 1.4, loud: 0.35 },
  ]);

export const playSoftTone = (context: AudioContext): [OscillatorNode, number] =>
  play(context, [{ hertz: 587.33, from: 0, seconds: 0.7, loud: 0.16 }]);

function play(context: AudioContext, tones: readonly [Tone, ...Tone[]]): [OscillatorNode, number] {
  const sounding = tones.map((tone) => [ring(context, tone), tone.from + tone.seconds] as const);
  const [node, seconds] = sounding.reduce((last, one) => (one[1] > last[1] ? one : last));
  return [node, seconds];
}

/** Struck like a bell: loud within a hundredth of a second, then dying away. */
function ring(context: AudioContext, { hertz, from, seconds, loud }: Tone): OscillatorNode {
  const start = context.currentTime + from;
  const oscillator = new OscillatorNode(context, { frequency: hertz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(loud, start + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0005, start + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.onended = () => gain.disconnect();
  oscillator.start(start);
  oscillator.stop(start + seconds);
  return oscillator;
}
