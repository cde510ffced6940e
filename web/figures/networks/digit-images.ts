/** The 10,000 pictures of handwritten digits, fetched when they are asked for. */
import address from 'virtual:digit-images';

export const SIDE = 28;
export const PIXELS = SIDE * SIDE;

export interface DigitImages {
  count: number;
  /** What each picture shows, 0 to 9. */
  digits: Uint8Array;
  /** The pictures one after the other, row by row: 0 for paper, 255 for ink. */
  pixels: Uint8Array;
}

/** One picture, as shares of ink. */
export const pictureOf = ({ pixels }: DigitImages, index: number): Float32Array =>
  Float32Array.from(pixels.subarray(index * PIXELS, (index + 1) * PIXELS), (byte) => byte / 255);

/**
 * Fetches and unpacks them. `progress` hears how much has come, as a share, or NaN where the server does not say how much it will be. Rejects
 * when the signal says so, the connection breaks off, or what came is damaged.
 */
export async function fetchDigitImages(signal: AbortSignal, progress: (share: number) => void): Promise<DigitImages> {
  const response = await fetch(address, { signal });
  if (!response.ok || !response.body) throw new TypeError(`${address}: ${response.status}`);
  const total = Number(response.headers.get('content-length') ?? NaN);
  let come = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      come += chunk.length;
      progress(Math.min(1, come / total));
      controller.enqueue(chunk);
    },
  });
  const unpacked = response.body.pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
  return unpack(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}

/** Parts the digits from the pictures behind them. */
export function unpack(bytes: Uint8Array): DigitImages {
  const count = bytes.length / (1 + PIXELS);
  if (!Number.isInteger(count) || count === 0) throw new TypeError(`${bytes.length} bytes are no pictures.`);
  return { count, digits: bytes.subarray(0, count), pixels: bytes.subarray(count) };
}
