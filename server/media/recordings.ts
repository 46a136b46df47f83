import { stat } from 'node:fs/promises';
import { RECORDINGS, type Recording, type RecordingKind } from '../community/media.ts';
import { accepted, type Result, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { MadeRecording, Pictures, RecordingRefusal, Recordings } from '../ports/media.ts';
import type { Arrivals } from './arrivals.ts';
import type { Ffmpeg } from './ffmpeg.ts';
import { createLane } from './lane.ts';
import { longest, probed, type Seen } from './probe.ts';
import { containerOf } from './sniff.ts';

const PROBE = { seconds: 20 } as const;
/** Five minutes of a film take two or three on one core. */
const MAKE = { seconds: 15 * 60 } as const;
/** Of what is made: it is well below this, or something is wrong. */
const MOST_MADE_BYTES = 80_000_000;

/** What reads a file, and nothing else of all that ffmpeg can read: no lists of files, no pictures, no text. */
const DECODERS =
  'h264,hevc,vp8,vp9,libvpx,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,h263,mjpeg,aac,mp3,mp3float,opus,libopus,vorbis,flac,alac,pcm_s16le,pcm_s24le,pcm_s32le,pcm_u8,pcm_f32le,pcm_s16be,amrnb,amrwb,ac3,eac3,png';

/** Read as this container, whatever it says of itself, and from this one file alone. */
const reading = (container: string, path: string): string[] => [
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', container, '-codec_whitelist', DECODERS],
  ...['-f', container, '-i', `file:${path}`],
];

/** Nothing of what the file says of itself: no place, no camera, no name of a program. */
const WITHOUT_WORDS = [
  ...['-map_metadata', '-1', '-map_metadata:s:v', '-1', '-map_metadata:s:a', '-1', '-map_chapters', '-1'],
  ...['-sn', '-dn', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
];

/**
 * Films and sound by ffmpeg, where this machine has it: what comes out is encoded anew. It is run as a process of its
 * own, one at a time, with bounds for time, memory and size, without this server's environment, and reads the one file
 * by a reader that we choose.
 */
export function createRecordings({
  ffmpeg,
  arrivals,
  pictures,
}: {
  readonly ffmpeg: Ffmpeg;
  readonly arrivals: Pick<Arrivals, 'beside' | 'discard'>;
  /** Makes the picture that stands for a film. */
  readonly pictures: Pick<Pictures, 'make'>;
}): Recordings {
  const oneByOne = createLane();

  async function probe(path: string, container: string): Promise<Seen | null> {
    const asked = ['-v', 'error', '-show_streams', '-show_format', '-of', 'json'];
    const ran = await ffmpeg.run('ffprobe', [...asked, ...reading(container, path)], PROBE);
    return ran.ok ? probed(ran.out) : null;
  }

  async function look(path: string): Promise<Result<RecordingKind | null, RecordingRefusal>> {
    const container = await containerOf(path);
    if (container === null) return accepted(null);
    if (!(await ffmpeg.isThere())) return refused('no-recording', NONE_HERE, 'ffmpeg is not on this machine');
    if ((await stat(path)).size > RECORDINGS.bytes) return refused('too-large', TOO_LARGE);
    const seen = await probe(path, container);
    if (seen === null || seen.kind === null)
      return refused('no-recording', UNREADABLE, `nothing to be read as ${container}`);
    return whyNot(seen) ?? accepted(seen.kind);
  }

  async function make(path: string, kind: RecordingKind): Promise<Result<MadeRecording, RecordingRefusal>> {
    const container = await containerOf(path);
    if (container === null) return refused('no-recording', UNREADABLE);
    const seen = await probe(path, container);
    if (seen?.kind !== kind) return refused('no-recording', UNREADABLE);
    const out = await arrivals.beside();
    try {
      const ran = await ffmpeg.run(
        'ffmpeg',
        [...QUIETLY, ...reading(container, path), ...WRITTEN[kind](seen, out)],
        MAKE,
      );
      if (!ran.ok) return refused('no-recording', BROKEN, ran.log);
      const made = await probe(out, kind === 'video' ? 'mov' : 'mp3');
      if (made?.kind !== kind || made.seconds === undefined) return refused('no-recording', BROKEN, 'nothing came out');
      if (made.seconds >= longest(kind)) return refused('too-large', TOO_LONG[kind]);
      return kind === 'video' ? await withPicture(out, made) : accepted({ file: out, ...recordingOf(made) });
    } catch (cause) {
      await arrivals.discard(out);
      throw cause;
    }
  }

  /** One frame of it, not the very first: that is often black. */
  async function withPicture(film: string, made: Seen): Promise<Result<MadeRecording, RecordingRefusal>> {
    const frame = await arrivals.beside();
    try {
      const at = String(Math.min(1, (made.seconds ?? 0) / 3).toFixed(2));
      const taken = [
        ...reading('mov', film),
        '-frames:v',
        '1',
        '-an',
        '-c:v',
        'png',
        '-f',
        'image2',
        '-y',
        `file:${frame}`,
      ];
      const ran = await ffmpeg.run('ffmpeg', [...QUIETLY, '-ss', at, ...taken], PROBE);
      const picture = ran.ok ? await pictures.make(frame, 'jpeg') : undefined;
      if (picture?.ok !== true) {
        await arrivals.discard(film);
        return refused('no-recording', BROKEN, `no frame: ${ran.log}`);
      }
      const { preview, small, blurhash } = picture.value;
      const { width = small.width, height = small.height } = made;
      return accepted({ file: film, ...recordingOf(made), preview, picture: { width, height, small, blurhash } });
    } finally {
      await arrivals.discard(frame);
    }
  }

  return {
    areTaken: () => ffmpeg.isThere(),
    look,
    make: (path, kind) => oneByOne(() => make(path, kind)),
  };
}

const QUIETLY = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-threads', '1', '-filter_threads', '1'] as const;

const WRITTEN: Readonly<Record<RecordingKind, (seen: Seen, out: string) => string[]>> = {
  video: ({ frameRate }, out) => [
    ...['-map', '0:V:0', '-map', '0:a:0?', ...WITHOUT_WORDS],
    ...['-vf', SCALED, '-r', String(keptRate(frameRate)), '-threads', '1'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24', '-maxrate', '3M', '-bufsize', '6M'],
    ...['-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', '44100', '-movflags', '+faststart'],
    ...['-t', String(RECORDINGS.filmSeconds), '-fs', String(MOST_MADE_BYTES), '-f', 'mp4', '-y', `file:${out}`],
  ],
  audio: (_seen, out) => [
    ...['-map', '0:a:0', '-vn', ...WITHOUT_WORDS],
    ...['-c:a', 'libmp3lame', '-b:a', '128k', '-ac', '2', '-ar', '44100', '-id3v2_version', '0', '-write_xing', '0'],
    ...['-t', String(RECORDINGS.soundSeconds), '-fs', String(MOST_MADE_BYTES), '-f', 'mp3', '-y', `file:${out}`],
  ],
};

/** Browsers write films whose frames come when they come: of those nobody knows how many a second. */
const keptRate = (rate = 30): number => (rate > RECORDINGS.frameRate ? 30 : Math.min(rate, RECORDINGS.keptFrameRate));

const EDGE = RECORDINGS.longestEdge;
/** Not larger than it is, no edge longer than that, and even, as H.264 wants it. */
const SCALED = `scale=w='min(${EDGE},iw)':h='min(${EDGE},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2,setsar=1,format=yuv420p`;

function recordingOf({ seconds = 0, bitrate, frameRate }: Seen): { readonly recording: Recording } {
  return {
    recording: {
      seconds: Math.round(seconds * 100) / 100,
      ...(bitrate === undefined ? {} : { bitrate: Math.round(bitrate) }),
      ...(frameRate === undefined ? {} : { frameRate: Math.round(frameRate * 1000) / 1000 }),
    },
  };
}

function whyNot({ kind, width = 0, height = 0, seconds = 0 }: Seen) {
  if (kind === 'video' && width * height > RECORDINGS.pixels) return refused('too-large', TOO_MANY_PIXELS);
  if (kind !== null && seconds > longest(kind)) return refused('too-large', TOO_LONG[kind]);
  return undefined;
}

const NONE_HERE =
  'Sound and films cannot be taken on this server. Send a picture, or put the film elsewhere and send its address.';
const UNREADABLE =
  'This file cannot be read as sound or as a film, whatever its name says. Send an MP4, WebM, MP3 or Ogg.';
const BROKEN = 'This recording is damaged. Play it on your device, save it anew as MP4 or MP3, and send that.';
const TOO_LARGE = said`This file is too large: at most ${RECORDINGS.bytes / 1024 / 1024} MB are taken. Make it shorter or smaller.`;
const TOO_MANY_PIXELS = 'This film has too many pixels: at most 8 million (4K) are taken. Make it smaller.';
const TOO_LONG = {
  video: said`This film is too long: at most ${RECORDINGS.filmSeconds / 60} minutes are taken. Send a part of it.`,
  audio: said`This recording is too long: at most ${RECORDINGS.soundSeconds / 60} minutes are taken. Send a part of it.`,
} as const;
