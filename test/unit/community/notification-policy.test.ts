import { describe, expect, it } from '@jest/globals';
import { hearingOf, TELL_EVERYTHING } from '../../../server/community/notification-policy.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const stranger = { isFollowed: false, isFollower: false, since: daysAgo(400), isUnasked: false };

describe('how somebody wants to be told', () => {
  const hears = (policy: object, between: object = {}) =>
    hearingOf({ ...TELL_EVERYTHING, ...policy }, { ...stranger, ...between }, NOW);

  it('is of everything, as long as she says nothing', () => {
    expect(hears({}, { since: NOW, isUnasked: true })).toBe('accept');
  });

  it.each([
    [{ notFollowing: 'filter' }, {}, 'filter'],
    [{ notFollowing: 'filter' }, { isFollowed: true }, 'accept'],
    [{ notFollowers: 'drop' }, {}, 'drop'],
    [{ notFollowers: 'drop' }, { isFollower: true }, 'accept'],
    [{ newAccounts: 'filter' }, { since: daysAgo(29) }, 'filter'],
    [{ newAccounts: 'filter' }, { since: daysAgo(30) }, 'accept'],
    [{ newAccounts: 'filter' }, { since: daysAgo(1), isFollowed: true }, 'accept'],
    [{ privateMentions: 'filter' }, { isUnasked: true }, 'filter'],
    [{ privateMentions: 'filter' }, {}, 'accept'],
    [{ privateMentions: 'filter' }, { isUnasked: true, isFollowed: true }, 'accept'],
    // Nobody here is limited.
    [{ limitedAccounts: 'drop' }, {}, 'accept'],
    // Of two that apply, the stricter one.
    [{ notFollowing: 'filter', notFollowers: 'drop' }, {}, 'drop'],
    [{ notFollowing: 'drop', notFollowers: 'filter' }, {}, 'drop'],
    [{ notFollowing: 'drop', notFollowers: 'filter' }, { isFollowed: true }, 'filter'],
  ])('%j, of somebody %j: %s', (policy, between, hearing) => {
    expect(hears(policy, between)).toBe(hearing);
  });
});
