import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordFits } from '../../../server/accounts/passwords.ts';
import { QUICK_HOUSE } from '../../support/quick-house.ts';

describe('a password', () => {
  it('is kept as argon2id with 19 MiB and two passes, each time with another salt', async () => {
    const hashes = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    for (const one of hashes) expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it.each([
    ['at our cost', hashPassword],
    ['at another', QUICK_HOUSE.hashPassword],
  ])('fits what was made of it %s, and nothing else', async (_cost, make) => {
    const hashed = await make('correct horse');
    expect(await passwordFits(hashed, 'correct horse')).toBe(true);
    expect(await passwordFits(hashed, 'correct house')).toBe(false);
    expect(await passwordFits(null, 'the password of nobody')).toBe(false);
  });
});
