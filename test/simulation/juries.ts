import type { Digest, JuryId, PersonIri } from '../../server/community/ids.ts';
import { organisationCap } from '../../server/governance/juries/draw.ts';
import type { Jury, Round } from '../../server/governance/juries/state.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import type { Ledger } from './ledger.ts';
import { isCaptor, tenured } from './people.ts';
import type { World } from './world.ts';

/** What members who are drawn do: contribute, accept or not, and vote twice. */
export class Juries {
  /** How many of the captor's members press into every draw of a seed. */
  packers = 0;
  private readonly names = new Map<JuryId, ReadonlyMap<Digest, PersonIri>>();
  private readonly leanings = new Map<JuryId, string>();
  private readonly voted = new Set<string>();
  private readonly silent = new Set<string>();
  private readonly withheld = new Set<string>();
  private readonly world: World;
  private readonly ledger: Ledger;

  constructor(world: World, ledger: Ledger) {
    this.world = world;
    this.ledger = ledger;
  }

  async look(): Promise<void> {
    const state = await this.world.state();
    for (const jury of state.juries.values()) {
      if (jury.phase.state === 'committing') await this.commit(jury, state);
      else if (jury.phase.state === 'revealing') await this.reveal(jury);
      if (jury.phase.state !== 'decided' && jury.seats.length > 0) await this.serve(jury);
    }
  }

  private async commit(jury: Jury, state: CommunityState): Promise<void> {
    const { actions, guild, chance } = this.world;
    const packing = chance.some(tenured(state, this.world.now()).filter(isCaptor), this.packers);
    for (const by of new Set([...jury.asked, ...packing])) {
      if (jury.contributions.some((one) => one.by === by)) continue;
      const given = await actions.contributeToSeed({
        community: guild,
        jury: jury.id,
        by,
        commitment: '',
        text: wordsOf(jury.id, by),
      });
      this.ledger.done('parts of seeds given', given);
    }
  }

  private async reveal({ id, contributions }: Jury): Promise<void> {
    const { actions, guild, chance } = this.world;
    for (const { by, secret } of contributions) {
      const key = `${id} ${by}`;
      if (secret !== undefined || this.withheld.has(key)) continue;
      // Now and then somebody keeps her part to herself.
      if (chance.percent(isCaptor(by) ? 10 : 3)) this.withheld.add(key);
      else {
        const shown = await actions.showSeedPart({ community: guild, jury: id, by, secret: wordsOf(id, by) });
        this.ledger.done('parts of seeds shown', shown);
      }
    }
  }

  private async serve(jury: Jury): Promise<void> {
    const names = await this.namesOn(jury.id);
    const round = jury.phase.state === 'voting' ? jury.phase.round : null;
    for (const seat of jury.seats) {
      const by = names.get(seat.leaf);
      if (by === undefined) throw new Error(`${jury.id} has a seat that is not in its pool`);
      if (seat.standing === 'asked') await this.answer(jury.id, by);
      if (seat.standing === 'accepted' && round !== null) await this.vote(jury, round, by);
    }
  }

  private async answer(jury: JuryId, by: PersonIri): Promise<void> {
    const { actions, guild, chance } = this.world;
    const key = `${jury} ${by}`;
    if (this.silent.has(key)) return;
    if (chance.percent(6)) {
      this.silent.add(key);
      return;
    }
    const answer = chance.percent(8) ? 'decline' : 'accept';
    const given = await actions.answerJuryCall({ community: guild, jury, by, answer });
    this.ledger.done(`calls answered: ${answer}`, given);
  }

  private async vote(jury: Jury, round: Round, by: PersonIri): Promise<void> {
    const { actions, guild, chance } = this.world;
    const key = `${jury.id} ${round} ${by}`;
    if (this.voted.has(key)) return;
    this.voted.add(key);
    // Some forget one of the rounds.
    if (chance.percent(5)) return;
    const leaning = this.leanings.get(jury.id) ?? chance.pick(jury.options).id;
    this.leanings.set(jury.id, leaning);
    const option = chance.percent(85) ? leaning : chance.pick(jury.options).id;
    this.ledger.done('votes on juries', await actions.voteOnJury({ community: guild, jury: jury.id, by, option }));
  }

  private async namesOn(jury: JuryId): Promise<ReadonlyMap<Digest, PersonIri>> {
    const known = this.names.get(jury);
    if (known !== undefined) return known;
    const pool = (await this.world.house.juryPools.of(this.world.guild)).get(jury);
    const names = new Map(pool?.entries.map(({ leaf, member }) => [leaf, member]));
    this.names.set(jury, names);
    return names;
  }
}

const wordsOf = (jury: JuryId, by: PersonIri): string => `the secret words of ${by} for ${jury}`;

/** No organisation has more than a third of a jury, rounded up, unless the record says that nobody else was left. */
export function checkJuries(state: CommunityState, ledger: Ledger): void {
  for (const { id, size, seats, relaxed } of state.juries.values()) {
    const taken = new Map<string, number>();
    for (const { organisation, standing } of seats) {
      if (standing !== 'out') taken.set(organisation, (taken.get(organisation) ?? 0) + 1);
    }
    const most = Math.max(0, ...taken.values());
    const within = most <= organisationCap(size) || relaxed.includes('organisation-cap');
    ledger.promise('no organisation has more than a third of a jury', within, `${id}: ${most} of ${size}`);
  }
}
