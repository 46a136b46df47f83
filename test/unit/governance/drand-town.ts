import { expect } from '@jest/globals';
import type { JuryId, PersonIri } from '../../../server/community/ids.ts';
import { personIri, ruleId } from '../../../server/community/ids.ts';
import { DAY_MS } from '../../../server/governance/dates.ts';
import { roundTime } from '../../../server/governance/juries/beacon.ts';
import { giveRound } from '../../../server/governance/juries/beacon-round.ts';
import { isSignatureOf } from '../../../server/governance/juries/beacon-signature.ts';
import { callOf } from '../../../server/governance/juries/call.ts';
import type { JuryPurpose } from '../../../server/governance/juries/jury.ts';
import { found } from '../../../server/governance/membership.ts';
import { answerOf, BEFORE_ROUND_1000, ROUND_1000 } from '../../support/drand-rounds.ts';
import { alice, bob, carol, dave, GUILD, mallory, Village } from './village.ts';

export const PURPOSE: JuryPurpose = { kind: 'interpretation', rules: [ruleId(1), ruleId(2)] };
export const OPTIONS = [
  { id: 'mild', words: 'The milder rule holds.', need: 0 },
  { id: 'strict', words: 'The stricter rule holds.', need: 3 },
];
export const members = [
  bob,
  carol,
  dave,
  mallory,
  ...['e1', 'e2', 'e3'].map((name) => personIri(`https://east.example/users/${name}`)),
];

/** A community whose charter draws juries from drand, a moment before the pool of one is frozen. */
export function drandTown(until = BEFORE_ROUND_1000): Village {
  const village = new Village();
  village.now = new Date(until.getTime() - 80 * DAY_MS);
  village.write(found({ community: GUILD, founder: alice, title: 'Guild', purpose: 'Trade', now: village.now }));
  for (const member of members) village.join(member);
  village.pass(31);
  const { version, parameters } = village.state.charter;
  const charter = { version: version + 1, parameters: { ...parameters, juryRandomness: 'drand' } } as const;
  village.adopt(alice, { kind: 'amend-charter', parameters: { juryRandomness: 'drand' } });
  expect(village.state.charter).toEqual(charter);
  village.pass((until.getTime() - village.now.getTime()) / DAY_MS);
  expect(village.now).toEqual(until);
  return village;
}

export function call(village: Village): JuryId {
  village.write(callOf(village.state, { purpose: PURPOSE, size: 5, question: 'Which?', options: OPTIONS }));
  village.pass(0);
  return `J-${village.state.juries.size}` as JuryId;
}

export const jury = ({ state }: Village, id: JuryId) =>
  state.juries.get(id) as NonNullable<ReturnType<typeof state.juries.get>>;
export const give = (village: Village, id: JuryId, said: string, by?: PersonIri) =>
  giveRound({ state: village.state, jury: id, by, said, isSignature: isSignatureOf, now: village.now });
export const atRound = (village: Village, round = 1000, seconds = 1) =>
  village.pass((roundTime(round).getTime() + seconds * 1000 - village.now.getTime()) / DAY_MS);

/** Drawn from round 1000, which dave handed in. */
export function drawn() {
  const village = drandTown();
  const id = call(village);
  atRound(village);
  expect(village.record(give(village, id, answerOf(ROUND_1000), dave))).toBe('accepted');
  village.pass(0);
  return { village, id };
}
