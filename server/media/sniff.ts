import { open } from 'node:fs/promises';

/** The first bytes of a file. */
export async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Of what ISO base media files call themselves, those that hold pictures. */
const PICTURE_BRANDS = /^(avif|avis|heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/;

const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

/** How each container begins, and what ffmpeg calls its reader. */
const CONTAINERS: readonly (readonly [(start: Buffer, text: string) => boolean, string])[] = [
  [(start) => start.subarray(0, 4).equals(EBML), 'matroska'],
  [(_, text) => text.startsWith('OggS'), 'ogg'],
  [(_, text) => text.startsWith('fLaC'), 'flac'],
  [(_, text) => text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE', 'wav'],
  // A frame of MPEG audio begins with eleven bits of ones; of layer 0 it is AAC.
  [(start) => start[0] === 0xff && ((start[1] ?? 0) & 0xf6) === 0xf0, 'aac'],
  [(start, text) => text.startsWith('ID3') || (start[0] === 0xff && ((start[1] ?? 0) & 0xe6) === 0xe2), 'mp3'],
];

/** Which container of films or sound a file begins as; `null` for anything else. */
export async function containerOf(path: string): Promise<string | null> {
  const start = await beginningOf(path);
  const text = start.subarray(0, 16).toString('latin1');
  if (text.slice(4, 8) === 'ftyp') return PICTURE_BRANDS.test(text.slice(8, 12)) ? null : 'mov';
  return CONTAINERS.find(([begins]) => begins(start, text))?.[1] ?? null;
}
