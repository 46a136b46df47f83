import type { WaitingModel } from '../../../views/pages/proposals.ts';
import type { ProposalBrief } from '../../../views/parts/proposal-list.ts';
import { longTime } from '../../../views/parts/time.ts';
import { CASES } from '../../../views/words/cases.ts';
import type { Message } from '../../../views/words/language.ts';
import { RECALL } from '../../../views/words/recalls.ts';
import { ROLE } from '../../../views/words/roles.ts';
import { WAITS } from '../../../views/words/secret-says.ts';
import { type Say, speaker } from '../../../views/words/speaking.ts';
import type { Community } from '../../community/community.ts';
import type { PersonIri, ProposalId } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import { signChallenge } from '../../governance/proposals/challenge.ts';
import { signPetition } from '../../governance/roles/recalls.ts';
import { actsAs } from '../../governance/roles/role.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { PagesParts } from '../context.ts';
import { briefOf, pageHandle } from '../context.ts';
import { dutiesOf } from './jury-duties.ts';

/** A community of the viewer's, as it stands. */
export interface Standing {
  readonly community: Community;
  readonly state: CommunityState;
  /** Its proposals, with what she may still do about each. */
  readonly briefs: readonly ProposalBrief[];
}

/** `until` tells what comes first; what has no end comes last. */
type Waiting = WaitingModel & { readonly until?: Date };

/** What waits for somebody in her communities here: votes, elections, petitions, juries, doubts about a vote, cases. */
export async function waitingFor(
  parts: PagesParts,
  viewer: Person,
  communities: readonly Standing[],
  say: Say = speaker('en'),
): Promise<readonly WaitingModel[]> {
  const now = parts.house.clock.now();
  const [duties, ...others] = await Promise.all([
    dutiesOf(parts, viewer, say),
    ...communities.map((one) => inOne(parts, viewer.iri, one, now, say)),
  ]);
  const juries = duties
    .filter(({ until }) => until !== undefined)
    .map(({ question, ...duty }): Waiting => ({ title: question, isQuestion: true, ...duty }));
  const last = Number.POSITIVE_INFINITY;
  return [...juries, ...others.flat()].sort((a, b) => (a.until?.getTime() ?? last) - (b.until?.getTime() ?? last));
}

async function inOne(
  parts: PagesParts,
  by: PersonIri,
  one: Standing,
  now: Date,
  say: Say,
): Promise<readonly Waiting[]> {
  const byThen = (what: Message, until: Date): string => say.text(what, { time: longTime(until, say.language) });
  const { state, briefs } = one;
  const community = briefOf(parts, one.community);
  const { path } = community;
  const votes = briefs
    .filter(({ waitingForYou }) => waitingForYou === 'vote')
    .map(({ title, path: at, timeline }): Waiting => {
      const { until } = timeline.phase;
      const asks = until ? byThen(WAITS.voteUntil, until) : say.text(WAITS.vote);
      return { title, path: at, community, asks, ...(until ? { until } : {}) };
    });
  const elections = briefs
    .filter(({ id }) => state.asked.get(id as ProposalId)?.some(({ member }) => member === by))
    .map(({ title, path: at }): Waiting => ({ title, path: at, community, asks: say.text(WAITS.stand) }));
  const petitions = [...state.petitions.values()]
    .filter(({ id }) => signPetition({ state, petition: id, by, now }).ok)
    .map(({ id, role, until }): Waiting => {
      const asks = byThen(WAITS.petition, until);
      return {
        title: say.text(RECALL.title, { role: say.text(ROLE[role]) }),
        path: `${path}/recalls/${id}`,
        community,
        asks,
        until,
      };
    });
  return [
    ...votes,
    ...elections,
    ...petitions,
    ...(await doubts(parts, by, one, now, byThen)),
    ...cases(one, by, now, { community, title: say.text(CASES.title), asks: say.text(WAITS.cases) }),
  ];
}

/** Votes of which somebody says that they did not keep to the procedure, while others may say so too. */
async function doubts(
  parts: PagesParts,
  by: PersonIri,
  { community, state }: Standing,
  now: Date,
  byThen: (what: Message, until: Date) => string,
): Promise<readonly Waiting[]> {
  const { boards, addresses } = parts.house;
  const doubted = [...state.proposals.values()].filter(
    ({ challenge, phase }) => phase.state === 'timelock' && challenge !== undefined && challenge.opened === undefined,
  );
  const found = await Promise.all(
    doubted.map(async ({ id, title, phase }): Promise<readonly Waiting[]> => {
      const roll = await boards.roll(community.iri, id);
      const may = roll !== null && signChallenge({ state, proposal: id, by, ground: 'Asked.', roll, now }).ok;
      if (!may || phase.state !== 'timelock') return [];
      const path = addresses.page.proposal(pageHandle(community), id);
      const asks = byThen(WAITS.challenge, phase.until);
      return [{ title, path, community: briefOf(parts, community), asks, until: phase.until }];
    }),
  );
  return found.flat();
}

/** Cases that a moderator has to look at. */
function cases(
  { state }: Standing,
  by: PersonIri,
  now: Date,
  said: Pick<Waiting, 'asks' | 'title'> & { readonly community: ReturnType<typeof briefOf> },
): readonly Waiting[] {
  const open = [...state.cases.values()].some(({ phase }) => phase.state === 'open');
  if (!open || !actsAs(state, by, 'moderator', now)) return [];
  return [{ ...said, path: `${said.community.path}/cases` }];
}
