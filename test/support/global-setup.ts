import type { SharedEngine } from './engine.ts';
import { sharedEngine } from './engine.ts';
import { makeSpareKeys } from './spare-keys.ts';

/** What the setup leaves for the teardown: jest gives them no other way to speak to each other. */
export type WithSharedEngine = typeof globalThis & { folkmootEngine?: SharedEngine };

/** One engine for the whole run; the test files find it through TEST_MONGODB_URI. */
export default async function globalSetup(): Promise<void> {
  const [engine] = await Promise.all([sharedEngine(), makeSpareKeys()]);
  (globalThis as WithSharedEngine).folkmootEngine = engine;
  process.env.TEST_MONGODB_URI = engine.uri;
}
