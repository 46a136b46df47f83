import type { FiguresModel, NetworkHealthModel } from '../../../views/pages/network-health.ts';
import { K } from '../../community/health/publishable.ts';
import type { Network, Release } from '../../community/health/release.ts';
import { countsAt, figuresAt, type Place, trendAt } from '../../community/health/sentences.ts';
import type { CommunityIri } from '../../community/ids.ts';

/** So many months stand on the page and in the file. */
export const MONTHS_SHOWN = 12;

/** What the page tells of a place, whoever reads it. */
export function healthModel(
  releases: readonly Release[],
  place: Place,
  titleOf: (community: CommunityIri) => string,
): Pick<NetworkHealthModel, 'k' | 'months' | 'figures' | 'trend' | 'organisations' | 'communities'> {
  const last = releases.at(-1);
  return {
    k: K,
    months: releases.slice(-3).map(({ month }) => month),
    figures: figuresAt(releases, place) satisfies FiguresModel,
    trend: trendAt(releases, place).map(({ month, figures }) => ({ month, figures })),
    ...(place === null && last !== undefined
      ? {
          organisations: liveliest(releases, ({ organisations }) => organisations, String),
          communities: liveliest(releases, ({ communities }) => communities, titleOf),
        }
      : {}),
  };
}

/** Of three months the one in which most had to do with each other, for each knot and each tie: nothing is added up. */
function liveliest<Name extends string>(
  releases: readonly Release[],
  of: (release: Release) => Network<Name>,
  named: (name: Name) => string,
) {
  const networks = releases.slice(-3).map(of);
  const most = <One extends { readonly people: number }>(all: readonly One[], key: (one: One) => string) => {
    const found = new Map<string, One>();
    for (const one of all) if (one.people > (found.get(key(one))?.people ?? 0)) found.set(key(one), one);
    return [...found.values()].sort((a, b) => b.people - a.people || (key(a) < key(b) ? -1 : 1));
  };
  return {
    knots: most(
      networks.flatMap(({ knots }) => knots),
      ({ name }) => name,
    ).map(({ name, people }) => ({ name: named(name), people })),
    ties: most(
      networks.flatMap(({ ties }) => ties),
      ({ one, other }) => `${one} ${other}`,
    ).map(({ one, other, people }) => ({ one: named(one), other: named(other), people })),
  };
}

/** Every figure that is told, a line each: month, what, where (or between which two), how many, and whether exactly. */
export function healthLines(
  releases: readonly Release[],
  place: Place,
  handleOf: (community: CommunityIri) => string,
): readonly (readonly string[])[] {
  const lines: string[][] = [['month', 'what', 'place', 'other', 'count', 'exact', 'k']];
  const add = (...line: (string | number)[]) => lines.push([...line, K].map(String));
  for (const release of releases) {
    const { month } = release;
    const places: readonly (readonly [string, Place])[] =
      place === null
        ? [['all', null], ...placesIn(release).map((one) => [handleOf(one), one] as const)]
        : [[handleOf(place), place]];
    for (const [name, one] of places)
      for (const [cell, count] of Object.entries(countsAt(release, one))) add(month, cell, name, '', count, 'exactly');
    if (place !== null) continue;
    addNetwork(add, month, 'organisation', release.organisations, String);
    addNetwork(add, month, 'community', release.communities, handleOf);
  }
  return lines;
}

const placesIn = ({ open }: Release): readonly CommunityIri[] => (Object.keys(open) as CommunityIri[]).sort();

function addNetwork<Name extends string>(
  add: (...line: (string | number)[]) => void,
  month: string,
  what: string,
  { knots, ties }: Network<Name>,
  named: (name: Name) => string,
): void {
  for (const { name, people } of knots) add(month, `people-of-${what}`, named(name), '', people, 'at least');
  for (const { one, other, people } of ties)
    add(month, `people-between-${what}`, named(one), named(other), people, 'at least');
}
