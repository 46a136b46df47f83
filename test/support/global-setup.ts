import type { SharedEngine } from './engine.ts';
import { KEPT_COMPILED, sharedEngine } from './engine.ts';
import { makeSpareKeys } from './spare-keys.ts';

/** What the setup leaves for the teardown: jest gives them no other way to speak to each other. */
export type WithSharedEngine = typeof globalThis & { folkmootEngine?: SharedEngine };

/** One engine for the whole run; the test files find it through TEST_MONGODB_URI, and what they start is kept compiled. */
export default async function globalSetup(): Promise<void> {
  const [engine] = await Promise.all([sharedEngine(), makeSpareKeys()]);
  (globalThis as WithSharedEngine).folkmootEngine = engine;
  process.env.TEST_MONGODB_URI = engine.uri;
  Object.assign(process.env, KEPT_COMPILED);
}
