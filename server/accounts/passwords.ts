import { hash, verify } from '@node-rs/argon2';
import { type Sentence, said } from '../community/said.ts';

/** argon2id with OWASP's parameters (19 MiB, 2 passes): 53 a second on one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

/** What is wrong with a password, as a sentence; length is all that is asked of it. */
export function passwordFault(password: string): Sentence | undefined {
  if (password.length < SHORTEST_PASSWORD) return said`Choose a password of at least ${SHORTEST_PASSWORD} characters.`;
  if (password.length > LONGEST_PASSWORD) return said`A password has at most ${LONGEST_PASSWORD} characters.`;
  return undefined;
}

/** A PHC string to store. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

let nobody: Promise<string> | undefined;

/** Whether a password fits. For an unknown name (`null`) the same work is done, so that the time tells nothing. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('the password of nobody');
  const fits = await verify(stored ?? (await nobody), password.slice(0, LONGEST_PASSWORD).normalize('NFKC'));
  return stored !== null && fits;
}
