import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Program, startProgram } from './program.ts';

/** Remembers what was started, so that nothing stays behind, however the bench ends. */
export interface Tidy {
  /** A directory that is removed at the end. */
  readonly dir: string;
  program(file: string): Program;
  running<One extends { stop(): Promise<void> }>(running: One): One;
  close(): Promise<void>;
}

export async function openTidy(): Promise<Tidy> {
  const dir = await mkdtemp(path.join(tmpdir(), 'folkmoot-bench-'));
  const open = new Set<{ stop(): Promise<void> }>();
  const kept = <One extends { stop(): Promise<void> }>(one: One): One => {
    const tracked = {
      ...one,
      async stop() {
        open.delete(tracked);
        await one.stop();
      },
    };
    open.add(tracked);
    return tracked;
  };
  return {
    dir,
    program: (file) => kept(startProgram(file)),
    running: kept,
    async close() {
      await Promise.allSettled([...open].map((one) => one.stop()));
      await rm(dir, { recursive: true, force: true });
    },
  };
}
