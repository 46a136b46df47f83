import { describe, expect, it } from '@jest/globals';
import { createCapabilities } from '../../../server/accounts/capability.ts';

const links = createCapabilities(Buffer.alloc(32, 1));
const until = new Date('2026-06-01T00:00:00Z');
const before = new Date('2026-05-31T00:00:00Z');
const gils = { kind: 'appeal', subject: 'case guild C-1', person: 'https://gil.example/users/gil', until };

describe('a signed link', () => {
  it('allows what it says, until its end', () => {
    const token = links.issue(gils);
    expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(links.read(token, 'appeal', before)).toEqual(gils);
    expect(links.read(token, 'appeal', until)).toBeNull();
  });

  it('of one kind opens nothing of another', () => {
    expect(links.read(links.issue(gils), 'vote', before)).toBeNull();
  });

  it('cannot be changed, cut, grown or made up, nor made with another key', () => {
    const token = links.issue(gils);
    const [payload = '', mac = ''] = token.split('.');
    const others = createCapabilities(Buffer.alloc(32, 2)).issue(gils);
    const forged = Buffer.from(JSON.stringify(['appeal', 'case guild C-2', gils.person, until.getTime()])).toString(
      'base64url',
    );
    for (const wrong of [
      '',
      '.',
      payload,
      `${payload}.`,
      `${forged}.${mac}`,
      `${token}.x`,
      token.slice(1),
      others,
      'x'.repeat(9000),
    ]) {
      expect(links.read(wrong, 'appeal', before)).toBeNull();
    }
  });
});
