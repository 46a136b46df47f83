import { checkpointLineFor } from '../actions/checkpoints.ts';
import type { House } from '../actions/house.ts';
import { decideAndRecord, notBefore } from '../actions/record.ts';
import { votedOn } from '../actions/voted.ts';
import type { Community } from '../community/community.ts';
import type { ProposalId } from '../community/ids.ts';
import { said } from '../community/said.ts';
import { addHours, HOUR_MS } from '../governance/dates.ts';
import { canBePolled } from '../governance/participation/polls.ts';
import { reminderDue } from '../governance/participation/reminders.ts';
import { askSample, SAMPLE_HOURS } from '../governance/participation/sample.ts';
import type { Proposal } from '../governance/proposal.ts';
import type { CommunityState } from '../governance/state.ts';
import { createLoop } from '../loop.ts';
import { forEachOf, letter, votersOn } from './ballot-letters.ts';
import { sendDigests } from './digests.ts';

export interface Participation {
  start(): void;
  /** Sends everything that is due now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;
/** In the last day of a vote its ballots are looked at so often. */
const SAMPLE_EVERY_HOURS = 6;

/**
 * Reminders, the weekly letter, and samples of voters who are asked (governance.md §3.7, §3.9). Nothing of it is a
 * timer: what is due follows from the state and the time. A round that was gone through is written down, so that rolls
 * are not walked again; one that was broken off is walked again, and each letter has an id of its own, so that a
 * restart, a second worker or a clock that steps sends none twice.
 */
export function createParticipation(house: House): Participation {
  /** Rounds known to be done, so that the database is not asked every minute. */
  const known = new Set<string>();

  async function once(round: string, work: () => Promise<void>): Promise<void> {
    if (known.has(round)) return;
    if (!(await house.rounds.isDone(round))) {
      await work();
      await house.rounds.done(round, house.clock.now());
    }
    known.add(round);
  }

  async function look(): Promise<undefined> {
    const communities = await house.communities.here();
    for (const community of communities) {
      // One whose record was changed in the database holds up no other.
      await lookAt(community).catch((cause) =>
        house.log.error(
          { err: cause, community: community.iri },
          'reminders could not be sent; tried again in a minute',
        ),
      );
    }
    await sendDigests(house, communities, known);
  }

  async function lookAt(community: Community): Promise<void> {
    const state = await house.states.load(community.iri);
    if (state === null) return;
    const now = notBefore(state.at, house.clock.now());
    for (const proposal of state.proposals.values()) {
      const nth = reminderDue(proposal, now);
      const round = (number: number) => `remind ${community.iri} ${proposal.id} ${number}`;
      if (nth !== null) await once(round(nth), () => remind(house, community, state, proposal, nth, now));
      // The first one does not come after the second, however long the vote is extended.
      if (nth === 2) await once(round(1), async () => {});
      await lookAtBallots(state, proposal, now);
    }
  }

  async function lookAtBallots(state: CommunityState, proposal: Proposal, now: Date): Promise<void> {
    const { phase, id } = proposal;
    if (phase.state !== 'voting' || !canBePolled(proposal)) return;
    if (now < addHours(phase.until, -SAMPLE_HOURS) || now >= phase.until) return;
    const slot = Math.ceil((phase.until.getTime() - now.getTime()) / (SAMPLE_EVERY_HOURS * HOUR_MS));
    await once(`sample ${state.community} ${id} ${phase.until.toISOString()} ${slot}`, () =>
      drawSamples(house, state.community, id),
    );
  }

  const loop = createLoop({
    look,
    everyMs: EVERY_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'letters could not be sent; tried again in a minute'),
  });
  return { start: loop.start, stop: loop.stop, tick: loop.settle };
}

/** Members on the roll who have not voted (of a secret vote: who have no ballot paper) are reminded. */
async function remind(
  house: House,
  community: Community,
  state: CommunityState,
  proposal: Proposal,
  nth: 1 | 2,
  now: Date,
): Promise<void> {
  if (proposal.phase.state !== 'voting') return;
  const [voters, voted, book] = await Promise.all([
    votersOn(house, state, proposal.id),
    votedOn(house, state, proposal),
    checkpointLineFor(house, community.iri),
  ]);
  const silent = voters.filter(({ onRoll }) => !voted.has(onRoll));
  const { id, title, phase } = proposal;
  const text = [
    proposal.pinned?.secret === undefined
      ? said`You have not voted on ${id} in ${community.title} yet: ${title}`
      : said`You have not asked for your ballot paper on ${id} in ${community.title} yet: ${title}`,
    nth === 2
      ? said`The vote closes on ${phase.until}. You are not reminded again.`
      : said`The vote closes on ${phase.until}.`,
  ];
  await forEachOf(silent, ({ person }) =>
    letter(house, { community, state, proposal, person, about: `remind ${nth}`, text, book, now }),
  );
}

/** One domain after the other, as long as there is one that brings too many ballots to be believed unasked. */
async function drawSamples(house: House, community: CommunityState['community'], proposal: ProposalId): Promise<void> {
  const ballots = await house.ballots.of(community, proposal);
  let drawn = true;
  while (drawn) {
    const asked = await decideAndRecord(house, community, (state, now) => askSample({ state, proposal, ballots, now }));
    drawn = asked.ok;
  }
}
