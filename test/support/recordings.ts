import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const HOW = 'These tests need ffmpeg: apt-get install ffmpeg.';

/** Whether tests with films and sound can run. Without ffmpeg they are skipped, loudly; in CI they fail instead. */
export function ffmpegRuns(): boolean {
  if (spawnSync('ffmpeg', ['-version']).status === 0) return true;
  if (process.env.CI) throw new Error(HOW);
  process.stderr.write(`\nSkipped. ${HOW}\n`);
  return false;
}

/** A file that ffmpeg writes, by its arguments up to the output's name. */
export function written(name: string, ...args: readonly string[]): Buffer {
  const dir = mkdtempSync(path.join(tmpdir(), 'folkmoot-film-'));
  try {
    const file = path.join(dir, name);
    const ran = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args, file], { encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return readFileSync(file);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** A picture that moves, and a tone; what a phone would write beside them. */
export const film = ({ size = '320x240', seconds = 2, name = 'a.mp4', tell = '' } = {}): Buffer =>
  written(
    name,
    ...['-f', 'lavfi', '-i', `testsrc=size=${size}:rate=25:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`],
    ...['-threads', '1', ...(name.endsWith('.mp4') ? ['-preset', 'ultrafast', '-pix_fmt', 'yuv420p'] : [])],
    ...(tell === ''
      ? []
      : ['-metadata', `title=${tell}`, '-metadata', `location=${tell}`, '-movflags', 'use_metadata_tags']),
  );

export const sound = ({ seconds = 2, name = 'a.ogg', tell = '' } = {}): Buffer =>
  written(
    name,
    ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`],
    ...['-b:a', '32k', ...(tell === '' ? [] : ['-metadata', `title=${tell}`, '-metadata', `comment=${tell}`])],
  );

/** What ffprobe says of a file. */
export function seen(content: Buffer): {
  readonly streams: readonly Record<string, unknown>[];
  readonly format: Record<string, unknown>;
} {
  const ran = spawnSync('ffprobe', ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', '-'], {
    input: content,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(ran.stdout);
}
