import { hash } from '@node-rs/argon2';
import { spareKeys } from './spare-keys.ts';

/** In place of what makes a house's accounts safe and slow: key pairs made before, and hashes of the least cost. */
export const QUICK_HOUSE = {
  newKeyPair: spareKeys,
  hashPassword: (password: string): Promise<string> =>
    hash(password.normalize('NFKC'), { memoryCost: 8, timeCost: 1, parallelism: 1 }),
};
