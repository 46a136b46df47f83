import type { PersonIri, ProposalId } from '../../server/community/ids.ts';
import { ruleId } from '../../server/community/ids.ts';
import type { Change } from '../../server/governance/proposal.ts';
import { isOpen } from '../../server/governance/proposals/procedure.ts';
import { quorumFor } from '../../server/governance/quorum.ts';
import type { RuleDraft } from '../../server/governance/rules/rule.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import type { Ledger } from './ledger.ts';
import { isCaptor, tenured } from './people.ts';
import type { Mood, Voting } from './voting.ts';
import type { World } from './world.ts';

/** A rule that marks posts under a tag: no two of them contradict each other. */
export function tagRule(tag: string, label = tag): RuleDraft {
  return {
    title: `Posts about ${tag} are marked`,
    text: { en: `Posts under the tag ${tag} are marked as “${label}”.` },
    authoritative: 'en',
    when: { has: ['post.hashtags', tag] },
    effects: [{ do: 'label', label }],
    overrides: [],
    fixtures: { match: [{ 'post.hashtags': [tag] }], noMatch: [{ 'post.hashtags': ['other'] }] },
  };
}

type Kind =
  | 'rule'
  | 'amend'
  | 'repeal'
  | 'texts'
  | 'charter'
  | 'federation'
  | 'unloved'
  | 'ignored'
  | 'no'
  | 'challenged';

/** What is proposed in turn: mostly rules, of every other kind some. */
const KINDS: readonly Kind[] = [
  ...(['rule', 'charter', 'texts', 'federation', 'unloved', 'rule', 'no', 'challenged', 'rule', 'amend'] as const),
  ...(['rule', 'federation', 'ignored', 'charter', 'rule', 'texts', 'rule', 'repeal', 'rule', 'amend'] as const),
];
const MOODS: Readonly<Partial<Record<Kind, Mood>>> = {
  ignored: { yes: 0.2, no: 0 },
  no: { yes: 0.6, no: 1.4 },
  charter: { yes: 1.6, no: 0.3 },
  federation: { yes: 1.6, no: 0.3 },
};

/** What members propose over the year, seconded, discussed, and put beside other texts. */
export class Proposing {
  private made = 0;
  private readonly kinds = new Map<ProposalId, Kind>();
  private readonly beside = new Set<ProposalId>();
  private readonly challenged = new Set<ProposalId>();
  private readonly world: World;
  private readonly ledger: Ledger;
  private readonly voting: Voting;

  constructor(world: World, ledger: Ledger, voting: Voting) {
    this.world = world;
    this.ledger = ledger;
    this.voting = voting;
  }

  /** The next proposal of the year. */
  async propose(): Promise<void> {
    const kind = KINDS[this.made % KINDS.length] ?? 'rule';
    this.made += 1;
    const state = await this.world.state();
    const by = this.proposer(state);
    if (by === null) return;
    const change = this.changeOf(kind, state);
    const proposal = await this.submit(by, change, `Proposal ${this.made}`);
    if (proposal === null) return;
    this.kinds.set(proposal, kind);
    const mood = MOODS[kind];
    if (mood !== undefined) this.voting.moods.set(proposal, mood);
    await this.second(proposal, kind === 'unloved' ? 1 : Number.POSITIVE_INFINITY);
  }

  async submit(by: PersonIri, change: Change, title: string): Promise<ProposalId | null> {
    const { actions, guild } = this.world;
    const asked = { community: guild, by, title, reasons: 'It helps.', change };
    const submitted = await actions.submitProposal(asked);
    if (!this.ledger.done('proposals by members', submitted)) return null;
    const { event } = submitted.value;
    return event.kind === 'proposal-submitted' ? event.proposal : null;
  }

  /** Members of every organisation second it, until it is discussed. */
  async second(proposal: ProposalId, most: number, who: (member: PersonIri) => boolean = () => true): Promise<void> {
    const { actions, guild, chance } = this.world;
    const able = tenured(await this.world.state(), this.world.now()).filter(who);
    let given = 0;
    for (const by of chance.some(able, able.length)) {
      const phase = (await this.world.state()).proposals.get(proposal)?.phase.state;
      if (phase !== 'seconding' || given >= most) return;
      if (this.ledger.done('seconds', await actions.secondProposal({ community: guild, proposal, by }))) given += 1;
    }
  }

  /** Other texts beside those that are discussed, and challenges of those that have passed. */
  async look(): Promise<void> {
    const state = await this.world.state();
    for (const [id, kind] of this.kinds) {
      const phase = state.proposals.get(id)?.phase.state;
      if (kind === 'texts' && phase === 'discussion' && !this.beside.has(id)) await this.putBeside(id, state);
      if (kind === 'challenged' && phase === 'timelock' && !this.challenged.has(id)) await this.challenge(id);
    }
  }

  private async putBeside(proposal: ProposalId, state: CommunityState): Promise<void> {
    this.beside.add(proposal);
    const { actions, guild, chance } = this.world;
    const [first, second, third] = chance.some(this.others(state, proposal), 3);
    for (const [at, by] of [first, second].entries()) {
      if (by === undefined || third === undefined) return;
      const change = { kind: 'adopt-rule', rule: tagRule(`text${this.made}x${at}`) } as const;
      const asked = { community: guild, proposal, by, title: `Text ${at}`, reasons: 'It is better.', change };
      const put = await actions.proposeAlternative(asked);
      if (!this.ledger.done('competing texts', put) || put.value.event.kind !== 'alternative-proposed') continue;
      const { alternative } = put.value.event;
      const wanted = await actions.secondAlternative({ community: guild, proposal, alternative, by: third });
      this.ledger.done('competing texts seconded', wanted);
    }
  }

  /** As many as it takes say that a vote did not keep to the procedure: a jury looks at it. */
  private async challenge(proposal: ProposalId): Promise<void> {
    this.challenged.add(proposal);
    const { actions, guild, chance, house } = this.world;
    const roll = (await house.boards.roll(guild, proposal))?.entries ?? [];
    const active = roll.filter((entry) => entry.active).length;
    const needed = quorumFor('ordinary', active, (await this.world.state()).charter.parameters);
    const by = chance.some(
      roll.map(({ member }) => member).filter((member) => !isCaptor(member)),
      needed,
    );
    for (const member of by) {
      const asked = { community: guild, proposal, by: member, ground: 'The discussion was too short.' };
      this.ledger.done('signatures on challenges', await actions.signChallenge(asked));
    }
  }

  private others(state: CommunityState, proposal: ProposalId): readonly PersonIri[] {
    const by = state.proposals.get(proposal)?.by;
    return tenured(state, this.world.now()).filter((member) => member !== by && !isCaptor(member));
  }

  /** Somebody who may propose: few are tried, as nearly everybody may. */
  private proposer(state: CommunityState): PersonIri | null {
    const open = new Set([...state.proposals.values()].filter(isOpen).map(({ by }) => by as string));
    const able = tenured(state, this.world.now()).filter((member) => !isCaptor(member) && !open.has(member));
    return able.length === 0 ? null : this.world.chance.pick(able);
  }

  private changeOf(kind: Kind, state: CommunityState): Change {
    const number = this.made;
    const marked = [...state.rules].flatMap(([id, versions]) =>
      versions.at(-1)?.activeTo === undefined && versions.at(-1)?.effects[0]?.do === 'label' ? id : [],
    );
    switch (kind) {
      case 'amend':
        return { kind: 'amend-rule', id: marked[0] ?? ruleId(2), rule: tagRule(`topic${number}`, `new${number}`) };
      case 'repeal':
        return { kind: 'repeal-rule', id: marked.at(-1) ?? ruleId(2) };
      case 'charter':
        return { kind: 'amend-charter', parameters: { readmissionDays: 180 + number } };
      case 'federation':
        return number % 4 === 0
          ? { kind: 'limit-server', server: `noisy${number}.example`, level: 'suspend' }
          : { kind: 'follow-list', list: `https://lists.example/${number}.csv` };
      default:
        return { kind: 'adopt-rule', rule: tagRule(`topic${number}`) };
    }
  }
}
