import type { JuryDutyModel } from '../../../views/pages/juries.ts';
import type { Duty } from '../../../views/parts/jury-duty.ts';
import { wholePool } from '../../actions/jury-facts.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import { namesOf } from '../../governance/ballots.ts';
import { timeInWords } from '../../governance/dates.ts';
import type { Pools } from '../../governance/juries/pool.ts';
import { placeOf } from '../../governance/juries/seating.ts';
import { isLive, type Jury } from '../../governance/juries/state.ts';
import { memberOf } from '../../governance/membership.ts';
import type { CommunityState } from '../../governance/state.ts';
import { briefOf, type PagesParts, pageHandle } from '../context.ts';
import { dutyOf } from './jury.ts';

/** What the juries of somebody's communities wait for from her. */
export async function dutiesOf(parts: PagesParts, viewer: Person): Promise<JuryDutyModel['duties']> {
  const { house } = parts;
  const communities = await house.communities.here();
  const found = await Promise.all(
    communities.map(async (community) => {
      const state = await house.states.load(community.iri);
      const live = [...(state?.juries.values() ?? [])].filter(isLive);
      if (state === null || live.length === 0 || memberOf(state, viewer.iri) === null) return [];
      const pools = await house.juryPools.of(community.iri);
      const asked = await Promise.all(live.map((jury) => asksOf(parts, state, jury, pools, viewer.iri)));
      return live.flatMap((jury, at) => {
        const duty = asked[at] ?? null;
        const path = house.addresses.page.jury(pageHandle(community), jury.id);
        return duty === null ? [] : [{ community: briefOf(parts, community), question: jury.question, path, ...duty }];
      });
    }),
  );
  return found.flat();
}

async function asksOf(
  { house }: PagesParts,
  state: CommunityState,
  jury: Jury,
  pools: Pools,
  person: PersonIri,
): Promise<Pick<JuryDutyModel['duties'][number], 'asks' | 'until'> | null> {
  const { phase, asked, contributions } = jury;
  const own = contributions.find(({ by }) => by === person);
  if (phase.state === 'awaiting-round' && phase.until !== undefined && asked.includes(person)) {
    return { asks: `Hand in the random number for the draw by ${timeInWords(phase.until)}.`, until: phase.until };
  }
  if (phase.state === 'committing' && asked.includes(person) && own === undefined) {
    return { asks: `Contribute to the draw by ${timeInWords(phase.until)}.`, until: phase.until };
  }
  if (phase.state === 'revealing' && own !== undefined && own.secret === undefined) {
    return { asks: `Show the words you contributed by ${timeInWords(phase.until)}.`, until: phase.until };
  }
  const pool = wholePool(jury, pools);
  const place = pool === null ? null : placeOf(jury, pool, namesOf(state, person));
  if (place === null) return null;
  const leaf = jury.seats[place - 1]?.leaf;
  const votes = phase.state === 'voting' ? await house.juryVotes.of(state.community, jury.id, phase.round) : [];
  const duty = dutyOf({ jury, place, vote: votes.find(({ juror }) => juror === leaf) ?? null });
  if (duty === null) return null;
  return { asks: ASKS[duty.state](duty as never), ...untilOf(duty) };
}

/** Until when something is to be done; nothing where there is nothing to do. */
function untilOf(duty: Duty): { readonly until?: Date } {
  if (duty.state === 'asked') return { until: duty.answerBy };
  return duty.state === 'vote' || duty.state === 'deliberate' ? { until: duty.until } : {};
}

type Asks = { readonly [State in Duty['state']]: (duty: Extract<Duty, { readonly state: State }>) => string };

const ASKS: Asks = {
  asked: ({ answerBy }) => `You were drawn. Say by ${timeInWords(answerBy)} whether you accept.`,
  vote: ({ round, until }) => `Cast your ${round} vote by ${timeInWords(until)}.`,
  voted: () => 'You have voted. There is nothing to do until the round ends.',
  deliberate: ({ until }) => `Talk it over with the other jurors until ${timeInWords(until)}.`,
  waiting: () => 'You are on this jury. There is nothing to do yet.',
};
