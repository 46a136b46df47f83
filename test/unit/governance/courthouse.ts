import type { JuryId, PersonIri } from '../../../server/community/ids.ts';
import type { Result } from '../../../server/community/result.ts';
import { refused } from '../../../server/community/result.ts';
import { namesOf } from '../../../server/governance/ballots.ts';
import type { JuriesStep } from '../../../server/governance/due/juries.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { missRound, noteLateRound } from '../../../server/governance/juries/beacon-round.ts';
import { callJury, recordPool } from '../../../server/governance/juries/call.ts';
import { closeSeed } from '../../../server/governance/juries/contribute.ts';
import { freezePool } from '../../../server/governance/juries/freeze-pool.ts';
import type { Pool } from '../../../server/governance/juries/pool.ts';
import { NO_RECUSALS, type Recusals, recusalsOn } from '../../../server/governance/juries/recusals.ts';
import { countJuryVote, endJuryVote, openJuryVote, remindJury } from '../../../server/governance/juries/rounds.ts';
import {
  answerCall,
  drawSeats,
  overdueRecusal,
  placeOf,
  replaceJuror,
  type Seating,
} from '../../../server/governance/juries/seating.ts';
import { contributorsFor } from '../../../server/governance/juries/seed.ts';
import { castJuryVote, type JuryVote } from '../../../server/governance/juries/vote.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import type { Village } from './village.ts';

type Town = Pick<Village, 'state' | 'now'>;

/** What stores and workers do for a village's juries, without them. */
export class Courthouse {
  readonly pools = new Map<JuryId, Pool>();
  readonly votes: JuryVote[] = [];
  /** Who cannot judge, as stores know it. */
  recused: Recusals = NO_RECUSALS;
  private chances = 0;

  decisionFor(town: Town, step: JuriesStep): Result<GovernanceEvent> {
    const { state, now } = town;
    if (step.step === 'call-jury') return callJury({ state, purpose: step.purpose, now });
    const { jury } = step;
    if (step.step === 'replace-juror') {
      return replaceJuror({ ...this.seating(town, jury), juror: step.juror, why: 'silent' });
    }
    switch (step.next) {
      case 'freeze-pool':
        return this.freeze(town, jury);
      case 'note-late-round':
        return noteLateRound({ state, jury, now });
      case 'miss-round':
        return missRound({ state, jury, asked: this.askedFor(town, jury), why: 'not-asked', now });
      case 'close-seed':
        return closeSeed({ state, jury, now });
      case 'draw':
        return drawSeats(this.seating(town, jury));
      case 'open-vote':
        return overdueRecusal(this.seating(town, jury)) ?? openJuryVote({ state, jury, now });
      case 'remind':
        return remindJury({ state, jury, now });
      case 'end-vote':
        return (
          overdueRecusal(this.seating(town, jury)) ?? endJuryVote({ state, jury, now, votes: this.inRound(town, jury) })
        );
      case 'count-vote':
        return (
          overdueRecusal(this.seating(town, jury)) ?? countJuryVote({ state, jury, now, votes: this.votesOf(jury) })
        );
    }
  }

  seating({ state, now }: Town, jury: JuryId): Seating {
    const pool = this.pools.get(jury);
    const purpose = state.juries.get(jury)?.purpose;
    if (pool === undefined || purpose === undefined) throw new Error(`${jury} has no pool`);
    const recusals = recusalsOn(state, purpose, this.pools, this.recused);
    return { state, jury, pool, pools: this.pools, recusals, now };
  }

  /** Who is drawn on a jury and not out, in the order of their places. */
  jurors({ state }: Town, id: JuryId): readonly PersonIri[] {
    const byLeaf = new Map(this.pools.get(id)?.entries.map(({ leaf, member }) => [leaf, member]));
    const seats = state.juries.get(id)?.seats.filter(({ standing }) => standing !== 'out') ?? [];
    return seats.flatMap(({ leaf }) => byLeaf.get(leaf) ?? []);
  }

  answer(town: Town, jury: JuryId, person: PersonIri, answer: 'accept' | 'decline' | 'recuse' = 'accept') {
    return answerCall({ ...this.seating(town, jury), by: namesOf(town.state, person), answer });
  }

  vote(town: Town, id: JuryId, person: PersonIri, option: string): Result<JuryVote> {
    const { state, now } = town;
    const jury = state.juries.get(id);
    const pool = this.pools.get(id);
    if (jury === undefined || pool === undefined) return refused('no-such-jury', 'There is no such jury.');
    const juror = placeOf(jury, pool, namesOf(state, person));
    const leaf = juror === null ? undefined : jury.seats[juror - 1]?.leaf;
    const already = this.inRound(town, id).some((vote) => vote.juror === leaf);
    const cast = castJuryVote({ state, jury: id, juror, option, nonce: this.chance(), already, now });
    if (cast.ok) this.votes.push(cast.value);
    return cast;
  }

  votesOf(jury: JuryId): readonly JuryVote[] {
    return this.votes.filter((vote) => vote.jury === jury);
  }

  private inRound({ state }: Town, jury: JuryId): readonly JuryVote[] {
    const phase = state.juries.get(jury)?.phase;
    return this.votesOf(jury).filter(({ round }) => phase !== undefined && 'round' in phase && phase.round === round);
  }

  private askedFor({ state, now }: Town, id: JuryId): readonly PersonIri[] {
    const { recusals } = this.seating({ state, now }, id);
    return contributorsFor(state, recusals, now);
  }

  private freeze({ state, now }: Town, id: JuryId): Result<GovernanceEvent> {
    const jury = state.juries.get(id);
    if (jury === undefined) throw new Error(`there is no ${id}`);
    const recusals = recusalsOn(state, jury.purpose, this.pools, this.recused);
    const actedSince = new Map();
    const saltOf = () => this.chance();
    const given = { state, jury, pools: this.pools, recusals, actedSince, saltOf, secret: this.chance(), now };
    const pool = this.pools.get(id) ?? freezePool(given);
    this.pools.set(id, pool);
    return recordPool({ state, jury: id, pool, asked: contributorsFor(state, recusals, now), now });
  }

  private chance(): string {
    this.chances += 1;
    return hashOf(['chance', this.chances]).slice(0, 32);
  }
}
