import { onDay, type Said, type SaidValue, said } from '../community/said.ts';
import { addDays } from './dates.ts';
import type { CommunityState, Member } from './state.ts';

/** Tells a new member from when on she may do something. */
export function tooNew(state: CommunityState, { joinedAt }: Member, what: keyof Told): Said {
  const { tenureDays } = state.charter.parameters;
  const from = onDay(addDays(joinedAt, tenureDays));
  return tenureDays === 1 ? AFTER_ONE[what](tenureDays, from) : AFTER[what](tenureDays, from);
}

type Told = Readonly<
  Record<'propose' | 'second' | 'stand' | 'nominate' | 'sign', (days: number, from: SaidValue) => Said>
>;

const AFTER: Told = {
  propose: (days, from) => said`Members propose after ${days} days of membership; you can from ${from} on.`,
  second: (days, from) => said`Members second after ${days} days of membership; you can from ${from} on.`,
  stand: (days, from) => said`Members stand after ${days} days of membership; you can from ${from} on.`,
  nominate: (days, from) => said`Members nominate after ${days} days of membership; you can from ${from} on.`,
  sign: (days, from) => said`Members sign after ${days} days of membership; you can from ${from} on.`,
};

const AFTER_ONE: Told = {
  propose: (days, from) => said`Members propose after ${days} day of membership; you can from ${from} on.`,
  second: (days, from) => said`Members second after ${days} day of membership; you can from ${from} on.`,
  stand: (days, from) => said`Members stand after ${days} day of membership; you can from ${from} on.`,
  nominate: (days, from) => said`Members nominate after ${days} day of membership; you can from ${from} on.`,
  sign: (days, from) => said`Members sign after ${days} day of membership; you can from ${from} on.`,
};
