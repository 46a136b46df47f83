import { z } from 'zod';
import { RECORDINGS, type RecordingKind } from '../community/media.ts';

/** What ffprobe says of a file, as far as we ask. */
export interface Seen {
  readonly kind: RecordingKind | null;
  readonly width?: number;
  readonly height?: number;
  readonly frameRate?: number;
  readonly seconds?: number;
  readonly bitrate?: number;
}

const number = z.coerce.number().positive().finite().optional().catch(undefined);
const schema = z.object({
  streams: z
    .array(
      z.object({
        codec_type: z.string().optional(),
        width: number,
        height: number,
        avg_frame_rate: z.string().optional(),
        r_frame_rate: z.string().optional(),
        duration: number,
        disposition: z.object({ attached_pic: z.number().optional() }).optional(),
      }),
    )
    .default([]),
  format: z.object({ duration: number, bit_rate: number }).default({}),
});

/** Reads what ffprobe wrote; `null` for what makes no sense. */
export function probed(json: string): Seen | null {
  const parsed = schema.safeParse(parse(json));
  if (!parsed.success) return null;
  const { streams, format } = parsed.data;
  const film = streams.find(
    ({ codec_type, disposition, width, height }) =>
      codec_type === 'video' && disposition?.attached_pic !== 1 && width !== undefined && height !== undefined,
  );
  const sound = streams.find(({ codec_type }) => codec_type === 'audio');
  const longestOf = [format.duration, film?.duration, sound?.duration].filter((one) => one !== undefined);
  const frameRate = film && (rateOf(film.avg_frame_rate) ?? rateOf(film.r_frame_rate));
  return {
    kind: film !== undefined ? 'video' : sound !== undefined ? 'audio' : null,
    ...(film?.width === undefined ? {} : { width: film.width }),
    ...(film?.height === undefined ? {} : { height: film.height }),
    ...(frameRate === undefined ? {} : { frameRate }),
    ...(longestOf.length === 0 ? {} : { seconds: Math.max(...longestOf) }),
    ...(format.bit_rate === undefined ? {} : { bitrate: format.bit_rate }),
  };
}

export const longest = (kind: RecordingKind): number =>
  kind === 'video' ? RECORDINGS.filmSeconds : RECORDINGS.soundSeconds;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** `30000/1001`; `undefined` for what is none, as of a still picture. */
function rateOf(text: string | undefined): number | undefined {
  const [, above, below = '1'] = /^(\d{1,9})(?:\/(\d{1,9}))?$/.exec(text ?? '') ?? [];
  const rate = Number(above) / Number(below);
  return Number.isFinite(rate) && rate > 0 ? rate : undefined;
}
