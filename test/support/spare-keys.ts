import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateKeys, type KeyPairPem } from '../../federation/signatures/keys.ts';

/** Kept between runs: to make a pair takes 50 ms of the processor, and the tests need some two thousand. */
const FILE = fileURLToPath(new URL('../../node_modules/.cache/folkmoot/spare-keys.json', import.meta.url));

/** As many as most test files need; what one needs beyond them is made anew. */
const ENOUGH = 64;

/** Makes the pairs that test files share, unless an earlier run has. */
export async function makeSpareKeys(): Promise<void> {
  if (read().length >= ENOUGH) return;
  const pairs = await Promise.all(Array.from({ length: ENOUGH }, generateKeys));
  mkdirSync(path.dirname(FILE), { recursive: true });
  // Several runs may do so at once, and none reads half a file.
  writeFileSync(`${FILE}.${process.pid}`, JSON.stringify(pairs), { mode: 0o600 });
  renameSync(`${FILE}.${process.pid}`, FILE);
}

function read(): readonly KeyPairPem[] {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return [];
  }
}

let pairs: readonly KeyPairPem[] | undefined;
let given = 0;

/** An RSA-2048 pair that this test file has not had yet; other files have it too. */
export async function spareKeys(): Promise<KeyPairPem> {
  pairs ??= read();
  const pair = pairs[given];
  given += 1;
  return pair ?? generateKeys();
}
