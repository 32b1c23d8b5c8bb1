/** The camera of the kiosk, and the reading of QR codes in what it sees. The reader is fetched only when it is used. */

export type CameraTrouble = 'denied' | 'busy' | 'none';

/** Pages that came over plain HTTP get no camera from the browser. */
export async function hasCamera(): Promise<boolean> {
  if (!globalThis.isSecureContext || !navigator.mediaDevices?.enumerateDevices) return false;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.some(({ kind }) => kind === 'videoinput');
}

/** Which trouble it is, by the names of the Media Capture specification. */
function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return 'busy';
}

/** The one that looks at the person who stands there. */
const openCamera = (): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
  });

/** The light of the camera goes out. */
function closeCamera(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

interface Looking {
  begun(): void;
  failed(trouble: CameraTrouble): void;
  /** True: it is what was looked for, and no other is. */
  found(text: string): boolean;
}

/** Between two looks, in milliseconds. */
const everyMs = 120;

/** Shows what the camera sees and looks for codes in it. Answers with the way to end it, at any moment. */
export function lookThrough(video: HTMLVideoElement, { begun, failed, found }: Looking): () => void {
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  function end(): void {
    ended = true;
    clearTimeout(timer);
    closeCamera(stream);
  }
  function fail(error: unknown): void {
    if (!ended) failed(troubleOf(error));
    end();
  }
  async function start(): Promise<void> {
    stream = await openCamera();
    // Left while the browser asked.
    if (ended) return closeCamera(stream);
    for (const track of stream.getTracks()) track.addEventListener('ended', fail);
    video.srcObject = stream;
    await video.play();
    const read = await createReader(video);
    begun();
    const look = () => {
      const text = ended ? null : read();
      if (!ended && (text === null || !found(text))) timer = setTimeout(look, everyMs);
    };
    look();
  }
  start().catch(fail);
  return end;
}

/** Enough for a code that fills a fifth of the picture, and quick on a small computer. */
const widest = 720;

/** A function that answers with the text of the QR code in the present picture; null: there is none. */
async function createReader(video: HTMLVideoElement): Promise<() => string | null> {
  const { default: decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return () => {
    const { videoWidth, videoHeight } = video;
    if (!context || videoWidth === 0) return null;
    const scale = Math.min(1, widest / videoWidth);
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // No code, or one that is not whole yet: the next picture is another chance.
      return null;
    }
  };
}
