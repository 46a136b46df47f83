import type { JuryDutyModel } from '../../../views/pages/juries.ts';
import type { Duty } from '../../../views/parts/jury-duty.ts';
import { longTime } from '../../../views/parts/time.ts';
import { ASKS } from '../../../views/words/jury-duty.ts';
import type { Message } from '../../../views/words/language.ts';
import { type Say, speaker } from '../../../views/words/speaking.ts';
import { wholePool } from '../../actions/jury-facts.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import { namesOf } from '../../governance/ballots.ts';
import { questionOf } from '../../governance/juries/asked.ts';
import type { Pools } from '../../governance/juries/pool.ts';
import { placeOf } from '../../governance/juries/seating.ts';
import { isLive, type Jury } from '../../governance/juries/state.ts';
import { memberOf } from '../../governance/membership.ts';
import type { CommunityState } from '../../governance/state.ts';
import { briefOf, type PagesParts, pageHandle } from '../context.ts';
import { dutyOf } from './jury.ts';

/** What the juries of somebody's communities wait for from her. */
export async function dutiesOf(
  parts: PagesParts,
  viewer: Person,
  say: Say = speaker('en'),
): Promise<JuryDutyModel['duties']> {
  const { house } = parts;
  const communities = await house.communities.here();
  const found = await Promise.all(
    communities.map(async (community) => {
      const state = await house.states.load(community.iri);
      const live = [...(state?.juries.values() ?? [])].filter(isLive);
      if (state === null || live.length === 0 || memberOf(state, viewer.iri) === null) return [];
      const pools = await house.juryPools.of(community.iri);
      const asked = await Promise.all(
        live.map((jury) => asksOf(parts, { state, jury, pools, person: viewer.iri, say })),
      );
      return live.flatMap((jury, at) => {
        const duty = asked[at] ?? null;
        const path = house.addresses.page.jury(pageHandle(community), jury.id);
        return duty === null
          ? []
          : [{ community: briefOf(parts, community), question: questionOf(jury), path, ...duty }];
      });
    }),
  );
  return found.flat();
}

interface Asked {
  readonly state: CommunityState;
  readonly jury: Jury;
  readonly pools: Pools;
  readonly person: PersonIri;
  readonly say: Say;
}

async function asksOf(
  { house }: PagesParts,
  { state, jury, pools, person, say }: Asked,
): Promise<Pick<JuryDutyModel['duties'][number], 'asks' | 'until'> | null> {
  const { phase, asked, contributions } = jury;
  const own = contributions.find(({ by }) => by === person);
  if (phase.state === 'awaiting-round' && phase.until !== undefined && asked.includes(person)) {
    return byThen(ASKS.round, phase.until, say);
  }
  if (phase.state === 'committing' && asked.includes(person) && own === undefined) {
    return byThen(ASKS.commit, phase.until, say);
  }
  if (phase.state === 'revealing' && own !== undefined && own.secret === undefined) {
    return byThen(ASKS.show, phase.until, say);
  }
  const pool = wholePool(jury, pools);
  const place = pool === null ? null : placeOf(jury, pool, namesOf(state, person));
  if (place === null) return null;
  const leaf = jury.seats[place - 1]?.leaf;
  const votes = phase.state === 'voting' ? await house.juryVotes.of(state.community, jury.id, phase.round) : [];
  const duty = dutyOf({ jury, place, vote: votes.find(({ juror }) => juror === leaf) ?? null }, say);
  return duty === null ? null : dutyAsks(duty, say);
}

const byThen = (what: Message, until: Date, say: Say) => ({
  asks: say.text(what, { time: longTime(until, say.language) }),
  until,
});

/** What is asked of a juror; no time where there is nothing to do. */
function dutyAsks(duty: Duty, say: Say): { readonly asks: string; readonly until?: Date } {
  switch (duty.state) {
    case 'asked':
      return byThen(ASKS.answer, duty.answerBy, say);
    case 'vote':
      return byThen(ASKS[duty.round], duty.until, say);
    case 'deliberate':
      return byThen(ASKS.deliberate, duty.until, say);
    case 'voted':
    case 'waiting':
      return { asks: say.text(ASKS[duty.state]) };
  }
}
