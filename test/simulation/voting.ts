import { OPTIONS } from '../../server/actions/vote-from-elsewhere.ts';
import type { PersonIri, ProposalId } from '../../server/community/ids.ts';
import type { Pinned, Proposal, RollEntry } from '../../server/governance/proposal.ts';
import { holdersOf } from '../../server/governance/roles/role.ts';
import { type KeyPair, makeKeys } from '../../server/governance/secret/crypto/keys.ts';
import { REOPEN } from '../../server/governance/tally/options.ts';
import { ballotOf, begin, finish } from '../support/secret-vote.ts';
import type { Ledger } from './ledger.ts';
import { isCaptor, isHere } from './people.ts';
import type { World } from './world.ts';

/** How a vote goes, in shares of its quorum; everybody who is not named stays at home. */
export interface Mood {
  readonly yes: number;
  readonly no: number;
  /** What all of the captor's members vote, if they vote together. */
  readonly bloc?: 'yes' | 'no';
}

const USUAL: Mood = { yes: 1.3, no: 0.3 };
/** Voters in a secret vote on seats, the captor's among them: few enough for the arithmetic of their secrecy. */
const electorsOf = (roll: number) => (roll < 1000 ? { others: 12, captors: 8 } : { others: 40, captors: 24 });
/** Votes sent at the same moment. */
const AT_ONCE = 48;

/** Everybody who votes, openly and secretly, and the tellers. */
export class Voting {
  readonly moods = new Map<ProposalId, Mood>();
  private readonly voted = new Set<ProposalId>();
  private readonly keys = new Map<string, KeyPair>();
  private readonly world: World;
  private readonly ledger: Ledger;

  constructor(world: World, ledger: Ledger) {
    this.world = world;
    this.ledger = ledger;
  }

  /** Votes in every vote that has opened. */
  async look(): Promise<void> {
    const state = await this.world.state();
    for (const proposal of state.proposals.values()) {
      await this.tellersOf(proposal);
      const { pinned, phase, id } = proposal;
      if (phase.state !== 'voting' || pinned === undefined || this.voted.has(id)) continue;
      this.voted.add(id);
      const roll = await this.world.house.boards.roll(this.world.guild, id);
      if (roll === null) throw new Error(`${id} has no roll`);
      if (pinned.secret === undefined) await this.openVote(proposal, pinned, roll.entries);
      else await this.secretVote(proposal, pinned, roll.entries);
    }
  }

  private async openVote(proposal: Proposal, pinned: Pinned, roll: readonly RollEntry[]): Promise<void> {
    const { chance } = this.world;
    const mood = this.moods.get(proposal.id) ?? USUAL;
    const free = roll.map(({ member }) => member).filter((member) => mood.bloc === undefined || !isCaptor(member));
    const yes = Math.ceil(pinned.quorum * mood.yes);
    const no = Math.ceil(pinned.quorum * mood.no);
    const chosen = chance.some(free, yes + no + (yes > 0 ? 2 : 0));
    const votes = chosen.map((voter, at) => ({
      voter,
      choice: this.choiceOf(pinned, at < yes ? 'yes' : at < yes + no ? 'no' : 'abstain'),
    }));
    const bloc = mood.bloc === undefined ? [] : roll.map(({ member }) => member).filter(isCaptor);
    const together = bloc.map((voter) => ({ voter, choice: mood.bloc ?? 'yes' }));
    await this.castAll(proposal, [...votes, ...together]);
    await this.changeSome(proposal, pinned, votes);
  }

  private choiceOf({ method, options = [] }: Pinned, leaning: 'yes' | 'no' | 'abstain'): string {
    if (method === 'yes-no' || leaning === 'abstain') return leaning;
    const texts = options.map(({ id }) => id).filter((id) => id.startsWith('T-'));
    const order = this.world.chance.some(texts, texts.length);
    return (leaning === 'yes' ? [...order, 'status-quo'] : ['status-quo', ...order]).join('>');
  }

  private async castAll(proposal: Proposal, votes: readonly { voter: PersonIri; choice: string }[]): Promise<void> {
    for (let from = 0; from < votes.length; from += AT_ONCE) {
      const part = votes.slice(from, from + AT_ONCE);
      await Promise.all(part.map((vote) => this.cast(proposal, vote)));
    }
  }

  /** By the poll of her own server where she can; else on the page. */
  private async cast({ id, question, pinned }: Proposal, vote: { voter: PersonIri; choice: string }): Promise<void> {
    const { actions, guild } = this.world;
    const asked = { community: guild, proposal: id, voter: vote.voter };
    const words = OPTIONS[vote.choice as keyof typeof OPTIONS];
    const byPoll = !isHere(vote.voter) && pinned?.method === 'yes-no' && question !== undefined && words !== undefined;
    const cast = byPoll
      ? await actions.castVoteFromElsewhere({ ...asked, question, choice: words })
      : await actions.castBallot({ ...asked, choice: vote.choice, via: 'web' });
    this.ledger.done(byPoll ? 'ballots by poll' : 'ballots on the page', cast);
  }

  /** A few change their minds; the last vote counts. */
  private async changeSome({ id }: Proposal, pinned: Pinned, votes: readonly { voter: PersonIri }[]): Promise<void> {
    const { actions, guild, chance } = this.world;
    if (votes.length === 0) return;
    for (const { voter } of chance.some(votes, 2)) {
      const choice = this.choiceOf(pinned, 'yes');
      const changed = await actions.castBallot({
        community: guild,
        proposal: id,
        voter,
        choice,
        via: 'web',
        change: true,
      });
      this.ledger.done('votes changed', changed);
    }
  }

  private async secretVote(proposal: Proposal, pinned: Pinned, roll: readonly RollEntry[]): Promise<void> {
    const { chance } = this.world;
    const everybody = roll.map(({ member }) => member);
    const others = everybody.filter((member) => !isCaptor(member));
    if (proposal.change.kind === 'recall') {
      const yes = Math.ceil(pinned.quorum * 1.4);
      const voters = chance.some(others, yes + 5);
      for (const [at, voter] of voters.entries()) await this.secretly(proposal, pinned, voter, at < yes ? 'yes' : 'no');
      return;
    }
    const electors = electorsOf(roll.length);
    for (const voter of chance.some(others, electors.others)) {
      await this.secretly(
        proposal,
        pinned,
        voter,
        this.ranking(proposal, (one) => !isCaptor(one)),
      );
    }
    for (const voter of chance.some(everybody.filter(isCaptor), electors.captors)) {
      await this.secretly(proposal, pinned, voter, this.ranking(proposal, isCaptor));
    }
  }

  /** Those she wants first, in an order of her own; the rest below reopening nominations. */
  private ranking({ nominees = [] }: Proposal, wants: (member: PersonIri) => boolean): string {
    const mixed = this.world.chance.some(nominees, nominees.length);
    const ids = (which: (member: PersonIri) => boolean) => mixed.flatMap(({ id, member }) => (which(member) ? id : []));
    return [...ids(wants), REOPEN, ...ids((member) => !wants(member))].join('>');
  }

  private async secretly(proposal: Proposal, pinned: Pinned, member: PersonIri, choice: string): Promise<void> {
    const { actions, guild } = this.world;
    const vote = { community: guild, proposal: proposal.id };
    const draft = await begin(vote, pinned);
    const issued = await actions.issuePaper({ ...vote, member, blinded: draft.blinded });
    if (!this.ledger.done('ballot papers issued', issued)) return;
    const paper = await finish(vote, pinned, draft, issued.value.signature);
    const cast = await actions.castSecretBallot({ ...vote, ballot: await ballotOf(vote, pinned, paper, choice) });
    this.ledger.done('secret ballots', cast);
  }

  /** Tellers give their keys before the text is frozen, and open after the close. */
  private async tellersOf({ id, matter, phase }: Proposal): Promise<void> {
    if (matter !== 'seats' && matter !== 'recall') return;
    const { actions, guild } = this.world;
    const state = await this.world.state();
    if (phase.state === 'nomination' || phase.state === 'discussion') {
      for (const { member } of holdersOf(state, 'teller', this.world.now())) {
        const place = `${id} ${member}`;
        if (this.keys.has(place)) continue;
        const pair = await makeKeys('ECDH');
        this.keys.set(place, pair);
        const given = await actions.depositTellerKey({
          community: guild,
          proposal: id,
          by: member,
          key: pair.publicKey,
        });
        this.ledger.done('keys of tellers given', given);
      }
    }
    if (phase.state !== 'counting' || state.secretVotes.get(id)?.board === undefined) return;
    for (const { teller } of state.proposals.get(id)?.pinned?.secret?.tellers ?? []) {
      const key = this.keys.get(`${id} ${teller}`)?.privateKey;
      if (key === undefined) continue;
      const opened = await actions.openTellerKey({ community: guild, proposal: id, by: teller as PersonIri, key });
      this.ledger.done('keys of tellers opened', opened);
    }
  }
}
