import { expect } from '@jest/globals';
import { type JuryId, type PersonIri, personIri, ruleId } from '../../../../server/community/ids.ts';
import { callOf } from '../../../../server/governance/juries/call.ts';
import { drawBundle } from '../../../../server/governance/juries/draw-bundle.ts';
import type { JuryPurpose } from '../../../../server/governance/juries/jury.ts';
import { verifyDraw } from '../../../../server/governance/juries/verify-draw.ts';
import { Village } from '../village.ts';

export const INTERPRETATION: JuryPurpose = { kind: 'interpretation', rules: [ruleId(1), ruleId(2)] };
export const OPTIONS = [
  { id: 'mild', words: 'The milder rule holds.', need: 0 },
  { id: 'strict', words: 'The stricter rule holds.', need: 3 },
];

export const people = (host: string, ...names: readonly string[]): readonly PersonIri[] =>
  names.map((name) => personIri(`https://${host}/users/${name}`));
export const north = people('north.example', 'n1', 'n2', 'n3', 'n4');
export const south = people('south.example', 's1', 's2', 's3', 's4');
export const east = people('east.example', 'e1', 'e2', 'e3', 'e4');
export const west = people('west.example', 'w1', 'w2', 'w3');
export const everybody = [...north, ...south, ...east, ...west];

/** Fifteen members of four organisations, long enough there to judge; or whom you name. */
export function town(members: readonly PersonIri[] = everybody): Village {
  return Village.of(...members);
}

/** Calls a jury and freezes its pool. */
export function call(village: Village, purpose: JuryPurpose = INTERPRETATION, size = 5): JuryId {
  const question = 'Which of the two rules holds?';
  village.write(callOf(village.state, { purpose, size, question, options: OPTIONS }));
  village.pass(0);
  return `J-${village.state.juries.size}` as JuryId;
}

/** Drawn with nobody's contribution but the server's. */
export function drawn(village: Village, purpose?: JuryPurpose, size?: number): JuryId {
  const id = call(village, purpose, size);
  village.pass(1);
  return id;
}

/** Everybody who was drawn accepts. */
export function accept(village: Village, id: JuryId): readonly PersonIri[] {
  const jurors = village.courthouse.jurors(village, id);
  for (const juror of jurors) expect(village.record(village.courthouse.answer(village, id, juror))).toBe('accepted');
  village.pass(0);
  return jurors;
}

export const phase = (village: Village, id: JuryId) => village.state.juries.get(id)?.phase;
export const jury = (village: Village, id: JuryId) => {
  const found = village.state.juries.get(id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};
/** What whoever checks the draw from its bundle finds wrong. */
export const faultsIn = (village: Village, id: JuryId) => {
  const pool = village.courthouse.pools.get(id);
  const bundle = pool && drawBundle(jury(village, id), pool);
  return bundle ? verifyDraw(bundle) : ['there is no bundle'];
};
/** Who stands in the pool of a jury. */
export const poolOf = (village: Village, id: JuryId) =>
  village.courthouse.pools.get(id)?.entries.map(({ member }) => member);

/** Where each jury stands, the first first. */
export const phases = ({ state }: Village) => [...state.juries.values()].map(({ phase }) => phase.state);
