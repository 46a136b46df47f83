import { readFileSync } from 'node:fs';
import type { OptionId } from '../../../../server/community/ids.ts';
import { optionId, organisation, personIri } from '../../../../server/community/ids.ts';
import type { Pinned, Roll, RollEntry } from '../../../../server/governance/proposal.ts';
import { hashOf } from '../../../../server/record/canonical.ts';

/** Published elections: their ballots as their counts have them, each with how often it was cast. */
export interface Election {
  readonly seats: number;
  readonly names: readonly string[];
  /** Rankings by number, 0 for the first who stands; places best first, equals together. */
  readonly ballots: readonly { readonly times: number; readonly places: readonly (readonly number[])[] }[];
}

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/elections/${name}`, import.meta.url), 'utf8');

/** A ballot file in the format of Hill, Wichmann and Woodall (“Algorithm 123”, 1987). */
export function bltElection(name: string): Election {
  const lines = read(`${name}.blt`).trim().split('\n');
  const numbers = (line: string) => line.trim().split(/\s+/).map(Number);
  const [people = 0, seats = 0] = numbers(lines[0] ?? '');
  const end = lines.indexOf('0');
  const ballots = lines.slice(1, end).map((line) => {
    const [times = 0, ...ranked] = numbers(line).slice(0, -1);
    return { times, places: ranked.map((number) => [number - 1]) };
  });
  const names = lines.slice(end + 1, end + 1 + people).map((line) => line.replaceAll('"', ''));
  return { seats, names, ballots };
}

/** A tally sheet of the Debian project: a digit for each option, `-` for one that was given no place. */
export function debianElection(year: number): Election {
  const lines = read(`debian-leader-${year}.txt`).trim().split('\n');
  const names = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(2));
  const ballots = lines
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [times, marks = ''] = line.split(' ');
      const ranks = [...marks].map((mark) => (mark === '-' ? Number.POSITIVE_INFINITY : Number(mark)));
      const order = [...new Set(ranks)].filter(Number.isFinite).sort((a, b) => a - b);
      const places = order.map((rank) => ranks.flatMap((one, number) => (one === rank ? [number] : [])));
      return { times: Number(times), places };
    });
  return { seats: 1, names, ballots };
}

/** So many options: texts with the status quo last, or people with or without “reopen nominations”. */
export const texts = (number: number): readonly OptionId[] => [
  ...Array.from({ length: number }, (_, at) => optionId(`T-${at + 1}`)),
  optionId('status-quo'),
];
export const people = (number: number): readonly OptionId[] =>
  Array.from({ length: number }, (_, at) => optionId(`N-${at + 1}`));

export const choiceOf = (options: readonly OptionId[], places: readonly (readonly number[])[]): string =>
  places.map((place) => place.map((number) => options[number]).join('=')).join('>');

/** Everybody in one organisation. */
export function rollOf(size: number, organisationOf: (at: number) => string = () => 'a'): Roll {
  const entries = Array.from({ length: size }, (_, at): RollEntry => {
    const member = personIri(`https://north.example/actors/m${at}`);
    return { member, organisation: organisation(`${organisationOf(at)}.example`), active: true };
  });
  return { entries, root: hashOf(size), active: size };
}

/** What is pinned for a ranked vote, as far as its count goes. */
export function pinnedFor(options: readonly OptionId[], more: Partial<Pinned> = {}): Pinned {
  const hash = hashOf(options);
  return {
    textHash: hash,
    rollRoot: hash,
    rollSize: 0,
    active: 0,
    organisations: 1,
    quorum: 1,
    method: 'schulze',
    matter: 'ordinary',
    charterVersion: 1,
    options: options.map((id) => ({ id, words: id })),
    ...more,
  };
}
