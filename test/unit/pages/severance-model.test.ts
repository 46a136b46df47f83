import { describe, expect, it } from '@jest/globals';
import { personIri } from '../../../server/community/ids.ts';
import { touching } from '../../../server/governance/proposals/touching.ts';
import { countTouched } from '../../../server/pages/models/severance.ts';
import { alice, bob, carol, dave, Village } from '../governance/village.ts';

const village = Village.of(bob, carol, dave);
const none = () => false;
const SOUTH = { kind: 'limit-server', server: 'south.example', level: 'suspend' } as const;

describe('whom a decision about servers touches', () => {
  it('is told by server and number: members, follows, posts', () => {
    const touches = touching(village.state, SOUTH) ?? none;
    const guest = personIri('https://chat.south.example/users/guest');
    const followers = [alice, carol, dave, guest];
    const posts = new Map([
      [carol, 7],
      [guest, 2],
      [dave, 5],
    ]);
    expect(countTouched({ state: village.state, touches, followers, posts })).toEqual([
      { organisation: 'south.example', members: 1, follows: 1, posts: 7 },
      { organisation: 'chat.south.example', members: 0, follows: 1, posts: 2 },
    ]);
  });

  it('is everybody not named, where only named servers shall be let in', () => {
    const change = { kind: 'amend-charter', parameters: { federation: 'allow-list' } } as const;
    const touches = touching(village.state, change) ?? none;
    const rows = countTouched({ state: village.state, touches, followers: [], posts: new Map() });
    expect(rows.map(({ organisation }) => organisation)).toEqual(['east.example', 'south.example']);
  });

  it('is not asked where no server is decided about', () => {
    expect(touching(village.state, { kind: 'amend-charter', parameters: { votingDays: 9 } })).toBeNull();
    expect(touching(village.state, { kind: 'follow-list', list: 'https://lists.example/a.csv' })).toBeNull();
  });
});
