import { describe, expect, it } from '@jest/globals';
import { optionId, type PersonIri, personIri, petitionId, proposalId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { Holder } from '../../../server/governance/roles/role.ts';
import { formerKey, type Petition } from '../../../server/governance/roles/state.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { stateAfter } from './told-wrongly/telling.ts';
import { alice, bob, carol, dave, hostOf, mallory, Village } from './village.ts';

const to = personIri('https://new.example/users/bob');
const P9 = proposalId(9);
const RC1 = petitionId(1);

/** Bob moves to a new account, or to that of another member; what the community says of it before. */
function moved(said: Partial<CommunityState>, target: PersonIri = to): CommunityState {
  const village = Village.of(bob, carol, dave);
  const state = { ...village.state, ...said };
  return stateAfter(
    { state, now: village.now },
    { kind: 'member-moved', from: bob, to: target, organisation: hostOf(target) },
  );
}
const NOW = Village.of(bob).now;
const held = (member: PersonIri, terms = 1): Holder => ({
  ...{ member, organisation: hostOf(member), since: NOW, until: addDays(NOW, 99), terms, by: 'founder' },
});

describe('when an account moves', () => {
  it('the seats go along, in every role, and count for the new organisation', () => {
    const holders = new Map([
      ['moderator', [held(carol), held(bob, 2)]],
      ['teller', [held(bob)]],
      ['clerk', [held(dave)]],
    ] as const);
    const seats = moved({ holders }).holders;
    expect(seats.get('moderator')).toEqual([held(carol), { ...held(bob, 2), member: to, organisation: 'new.example' }]);
    expect(seats.get('teller')?.map(({ member }) => member)).toEqual([to]);
    expect(seats.get('clerk')).toEqual([held(dave)]);
  });

  it('two seats of a role become one where both names held one', () => {
    const holders = new Map([['moderator' as const, [held(carol, 3), held(bob), held(dave)]]]);
    expect(moved({ holders }, carol).holders.get('moderator')).toEqual([
      { ...held(bob), member: carol, organisation: hostOf(carol) },
      held(dave),
    ]);
    // Who holds none brings none: the other's seat is as it was.
    const others = new Map([['moderator' as const, [held(carol), held(dave)]]]);
    expect(moved({ holders: others }, carol).holders.get('moderator')).toEqual([held(carol), held(dave)]);
  });

  it('terms that are over are remembered: nobody begins a new row, or escapes a recall, by moving', () => {
    const former = { terms: 3, endedAt: NOW, until: addDays(NOW, 50), recalled: true };
    const formerHolders = new Map([[formerKey('moderator', bob), former]]);
    const rows = moved({ formerHolders }).formerHolders;
    expect(rows.get(formerKey('moderator', to))).toEqual(former);
    expect(rows.has(formerKey('teller', to))).toBe(false);
  });

  it('whoever was asked to stand, or asked somebody, is so under the new name', () => {
    const asked = new Map([
      [
        P9,
        [
          { member: bob, by: carol },
          { member: dave, by: bob },
          { member: mallory, by: carol },
        ],
      ], // prettier-ignore
    ]);
    expect(moved({ asked }).asked.get(P9)).toEqual([
      { member: to, by: carol },
      { member: dave, by: to },
      { member: mallory, by: carol },
    ]);
  });

  it('signatures for a recall stay hers, and are one where both names have signed', () => {
    const signed = (...people: readonly PersonIri[]) => people.map((by) => ({ by, organisation: hostOf(by) }));
    const petition = (member: PersonIri, ...people: readonly PersonIri[]): Petition => ({
      ...{ id: RC1, role: 'moderator', member, reasons: 'Never there.', openedAt: NOW, until: addDays(NOW, 14) },
      ...{ needed: 5, organisationsNeeded: 2, signatures: signed(...people) },
    });
    const petitions = (one: Petition) => ({ petitions: new Map([[RC1, one]]) });
    const signers = (state: CommunityState) => state.petitions.get(RC1)?.signatures.map(({ by }) => by);
    expect(signers(moved(petitions(petition(dave, carol, bob))))).toEqual([carol, to]);
    expect(signers(moved(petitions(petition(dave, bob, carol)), carol))).toEqual([carol]);
    expect(signers(moved(petitions(petition(dave, alice)), carol))).toEqual([alice]);
    // It goes on being about her.
    expect(moved(petitions(petition(bob, carol))).petitions.get(RC1)?.member).toBe(to);
    expect(moved(petitions(petition(dave, carol))).petitions.get(RC1)?.member).toBe(dave);
  });

  it('whoever stands goes on standing, once; when the time to stand is over the ballot stays as it is', () => {
    const nominee = (id: string, member: PersonIri) => ({
      id: optionId(id),
      member,
      organisation: hostOf(member),
      statement: '',
    });
    const standing = (state: 'nomination' | 'voting', ...nominees: readonly ReturnType<typeof nominee>[]) => {
      const proposal = { id: P9, phase: { state, until: NOW }, nominees, seconds: [] };
      return { proposals: new Map([[P9, proposal as never]]) };
    };
    const names = (state: CommunityState) => state.proposals.get(P9)?.nominees?.map(({ id, member }) => [id, member]);
    const both = [nominee('N-1', carol), nominee('N-2', bob)];
    expect(names(moved(standing('nomination', ...both)))).toEqual([
      ['N-1', carol],
      ['N-2', to],
    ]);
    expect(moved(standing('nomination', ...both)).proposals.get(P9)?.nominees?.[1]?.organisation).toBe('new.example');
    expect(names(moved(standing('nomination', ...both), carol))).toEqual([['N-2', carol]]);
    expect(names(moved(standing('nomination', nominee('N-1', carol)), carol))).toEqual([['N-1', carol]]);
    expect(names(moved(standing('voting', ...both)))).toEqual([
      ['N-1', carol],
      ['N-2', bob],
    ]);
  });

  it('what was delegated goes along; nobody votes through herself by it', () => {
    const gives = (by: PersonIri, delegate: PersonIri) =>
      [by, { by, to: delegate, since: NOW, until: addDays(NOW, 90) }] as const;
    const delegations = new Map([gives(bob, carol), gives(dave, bob), gives(alice, carol)]);
    const pairs = (state: CommunityState) => [...state.delegations.values()].map((one) => [one.by, one.to]);
    expect(pairs(moved({ delegations }))).toEqual([
      [alice, carol],
      [to, carol],
      [dave, to],
    ]);
    expect(moved({ delegations }).delegations.get(to)).toEqual({ ...gives(to, carol)[1] });
    expect(pairs(moved({ delegations }, carol))).toEqual([
      [alice, carol],
      [dave, carol],
    ]);
  });
});
