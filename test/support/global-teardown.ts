import type { WithSharedEngine } from './global-setup.ts';

/** Stops the engine of the run and removes its files. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as WithSharedEngine).folkmootEngine?.stop();
}
