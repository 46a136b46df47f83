import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of the bench, driven by questions and answers. It ends when the bench does, however that comes about. */
export interface Program {
  readonly pid: number;
  /** Throws what went wrong over there. */
  ask<Answer>(deed: string, body?: unknown): Promise<Answer>;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
}

/** What a program sends back for a question. */
export interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly failed?: string;
}

/** The question that every program understands: end in good order. */
export const END = 'end';

const END_MS = 20_000;

/** Starts a program of the bench (`answering.ts` is its other side). */
export function startProgram(file: string): Program {
  const child = fork(file, [], { serialization: 'advanced', execArgv: ['--no-warnings'], stdio: 'inherit' });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (cause: Error) => void }>();
  let serial = 0;
  child.on('message', (message) => {
    const { id, answer, failed } = message as Reply;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(failed));
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with code ${code}`));
    waiting.clear();
  });
  const ask = <Answer>(deed: string, body?: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      serial += 1;
      waiting.set(serial, { resolve: resolve as (answer: unknown) => void, reject });
      if (child.connected) child.send({ id: serial, deed, body });
      else reject(new Error(`${file} is not running any more`));
    });
  return { pid: child.pid ?? 0, ask, stop: () => end(child, ask) };
}

async function end(child: ChildProcess, ask: Program['ask']): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const killer = setTimeout(() => child.kill('SIGKILL'), END_MS);
  // It may be gone before it has answered.
  await ask(END).catch(() => {});
  await exited;
  clearTimeout(killer);
}
