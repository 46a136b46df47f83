import { stat } from 'node:fs/promises';
import type { Sharp, SharpOptions } from 'sharp';
import { KEPT_AS, PICTURES, type PictureFormat, type Size } from '../community/media.ts';
import { accepted, type Refusal, type Result, refused } from '../community/result.ts';
import { type Sentence, said } from '../community/said.ts';
import type { MadePicture, Pictures } from '../ports/media.ts';
import { createLane } from './lane.ts';
import { beginningOf } from './sniff.ts';

const OPTIONS: SharpOptions = { limitInputPixels: PICTURES.pixels, failOn: 'error', sequentialRead: true };
const SECONDS = 30;

/** Of everything that libvips reads, these alone: neither SVG nor PDF ever reaches a parser. */
const READ_BY = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].flatMap((format) => [
  `VipsForeignLoad${format}File`,
  `VipsForeignLoad${format}Buffer`,
]);

type Code = 'no-picture' | 'too-large';

/** Loaded with the first picture: most processes never see one. */
let loading: Promise<typeof import('sharp').default> | undefined;
const sharpLoaded = () => {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: READ_BY });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loading;
};

/** Pictures by sharp (libvips): what comes out is encoded anew and holds pixels alone, no EXIF, no place, no comment. */
export function createPictures(): Pictures {
  const oneByOne = createLane();
  return {
    async look(path) {
      if ((await stat(path)).size > PICTURES.bytes) return refused('too-large', TOO_LARGE);
      const sharp = await sharpLoaded();
      try {
        const { format, compression, width, height } = await sharp(path, OPTIONS).metadata();
        const known = format === 'heif' ? (compression === 'av1' ? 'avif' : undefined) : format;
        const found = PICTURES.formats.find((one) => one === known);
        if (found === undefined) return refusedFile(await beginningOf(path));
        return width * height > PICTURES.pixels ? tooManyPixels() : accepted(found);
      } catch (cause) {
        return isTooLarge(cause) ? tooManyPixels() : refusedFile(await beginningOf(path), String(cause));
      }
    },
    make: (path, format, cut) => oneByOne(() => make(path, format, cut)),
  };
}

async function make(path: string, format: PictureFormat, cut?: Size): Promise<Result<MadePicture, Code>> {
  const sharp = await sharpLoaded();
  try {
    const upright = sharp(path, OPTIONS).autoOrient();
    const sized = cut === undefined ? within(upright, PICTURES.longestEdge) : upright.resize({ ...cut, fit: 'cover' });
    const full = await encoded(sized, format);
    const preview = await encoded(within(sharp(full.data, OPTIONS), PICTURES.previewEdge), format);
    const { width, height } = full.info;
    const small = { width: preview.info.width, height: preview.info.height };
    return accepted({
      full: full.data,
      preview: preview.data,
      width,
      height,
      small,
      blurhash: await blurhashOf(sharp(preview.data, OPTIONS)),
    });
  } catch (cause) {
    if (isTooLarge(cause)) return tooManyPixels();
    return refused('no-picture', BROKEN, `a picture could not be made: ${String(cause)}`);
  }
}

/** Not larger than it is, and no edge longer than that. */
const within = (picture: Sharp, edge: number): Sharp =>
  picture.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });

function encoded(picture: Sharp, format: PictureFormat) {
  const resized = picture.toColourspace('srgb').timeout({ seconds: SECONDS });
  const written = {
    'image/jpeg': () => resized.jpeg({ quality: 84, progressive: true }),
    'image/png': () => resized.png({ compressionLevel: 8 }),
    'image/webp': () => resized.webp({ quality: 84 }),
  }[KEPT_AS[format].mediaType]();
  return written.toBuffer({ resolveWithObject: true });
}

async function blurhashOf(preview: Sharp): Promise<string> {
  const { encode } = await import('blurhash');
  const { data, info } = await preview
    .resize({ width: 32, height: 32, fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return encode(new Uint8ClampedArray(data), info.width, info.height, 4, 3);
}

const BROKEN = 'This picture is damaged. Open it on your device, save it anew, and send that.';
const SVG = said`SVG files can carry programs, so none is taken. Export it as PNG and send that.`;
const SOUND = said`Sound and films of this kind cannot be taken here. Send an MP4 or MP3, or a picture: a JPEG, PNG, WebP, GIF or AVIF.`;
const TOO_LARGE = said`This picture is too large: at most ${PICTURES.bytes / 1024 / 1024} MB are taken. Make it smaller.`;
const HEIC = said`HEIC pictures cannot be read here. Send it as JPEG.`;
const OTHER = said`This is no picture that can be taken here, whatever its name says. Send a JPEG, PNG, WebP, GIF or AVIF.`;

function refusedFile(start: Buffer, log?: string) {
  return refused('no-picture', whatInstead(start), `a file was refused: ${log ?? 'a format that is not taken'}`);
}

/** What to say of a file that is not taken: a guess from how it begins, for the sentence alone. */
function whatInstead(start: Buffer): Sentence {
  const text = start.toString('latin1');
  if (/<svg[\s>:]/i.test(text)) return SVG;
  const brand = text.slice(4, 12);
  if (/^ftyp(heic|heix|hevc|mif1|msf1)$/.test(brand)) return HEIC;
  const isSound = /^(ID3|OggS|fLaC|.E\xdf\xa3|\xff[\xfb\xf3\xf2])/s.test(text) || /^RIFF....(WAVE|AVI )/s.test(text);
  return isSound || brand.startsWith('ftyp') ? SOUND : OTHER;
}

const isTooLarge = (cause: unknown): boolean => cause instanceof Error && /exceeds pixel limit/i.test(cause.message);

function tooManyPixels(): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const most = Math.floor(PICTURES.pixels / 1e6);
  return refused(
    'too-large',
    said`This picture has too many pixels: at most ${most} million are taken. Make it smaller.`,
  );
}
