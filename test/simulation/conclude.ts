import { verifyCommunity } from '../../server/actions/verify-record.ts';
import { applyInPlace, draftOf, initialState } from '../../server/governance/apply.ts';
import { maxLevelOf } from '../../server/governance/cases/ladder.ts';
import { due } from '../../server/governance/due.ts';
import { versionAt } from '../../server/governance/rules/in-force.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import { stateHash } from '../../server/governance/state-text.ts';
import { replay } from '../../server/record/replay.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** What must hold of the record as a whole, when the year is over. */
export async function conclude(world: World, ledger: Ledger): Promise<void> {
  const { house, guild } = world;
  const state = await world.state();
  const fold = { initial: draftOf(initialState(guild)), apply: applyInPlace };
  const replayed = await replay(house.record.after(guild, 0), fold);
  ledger.promise('P12: the record replays to the same state', stateHash(replayed) === stateHash(state), 'it does not');
  ledger.promise('nothing stays due', due(state, world.now()).length === 0, JSON.stringify(due(state, world.now())));
  await house.states.project(guild);
  const { faults, ballotsChecked } = await verifyCommunity(house, guild);
  ledger.promise('an untouched database verifies', faults.length === 0, JSON.stringify(faults.slice(0, 3)));
  ledger.count('ballots verified', ballotsChecked);
  await readRecord(world, ledger);
  checkVotes(state, ledger);
  checkCases(state, world, ledger);
}

/** P4, P5, P10: every measure, by the entries that say it. */
async function readRecord(world: World, ledger: Ledger): Promise<void> {
  const state = await world.state();
  for await (const { event, head } of world.house.record.after(world.guild, 0)) {
    ledger.count('entries');
    ledger.count(`entry ${event.kind}`);
    if (event.kind !== 'sanction-imposed') continue;
    const { cited, automation, decidedBy, level } = event.decision;
    const rule = state.rules.get(cited.rule)?.find(({ version }) => version === cited.version);
    const where = `entry ${head.seq}`;
    ledger.promise('P4: every sanction cites a rule that was there', rule !== undefined, where);
    ledger.promise(
      'P5: no sanction is above what its rule allows',
      rule !== undefined && level <= maxLevelOf(rule),
      where,
    );
    const most = decidedBy.by === 'jury' ? 5 : decidedBy.members.length < 2 ? 2 : event.interim ? 4 : 3;
    ledger.promise('P5: no sanction is above what its deciders may', level <= most, where);
    ledger.promise('P10: no program decides about an account', !automation.decision, where);
  }
}

/** P3: counted ≤ issued ≤ roll. */
function checkVotes(state: CommunityState, ledger: Ledger): void {
  for (const { id, outcome, pinned, phase } of state.proposals.values()) {
    ledger.count(`proposals: ${phase.state}`);
    if (outcome === undefined || pinned === undefined) continue;
    const issued = state.secretVotes.get(id)?.board?.issued ?? pinned.rollSize;
    const within = outcome.ballots <= issued && issued <= pinned.rollSize;
    ledger.promise('P3: counted ≤ issued ≤ roll', within, `${id}: ${outcome.ballots}, ${issued}, ${pinned.rollSize}`);
  }
}

/** P4, P7, P11 of the state as it stands. */
function checkCases(state: CommunityState, world: World, ledger: Ledger): void {
  const now = world.now();
  for (const { id, acts, cited, phase, law, appeal, sanction } of state.cases.values()) {
    ledger.count(`cases: ${phase.state}`);
    if (appeal?.outcome !== undefined) ledger.count(`appeals: ${appeal.outcome}`);
    const cites = acts.every((act) => versionAt(state.rules, cited.rule, act.actAt)?.version === cited.version);
    ledger.promise('P4: every case cites the version in force at the act', cites, id);
    const overdue = phase.state === 'appealed' && law === undefined && (appeal?.verdictBy ?? now) <= now;
    const active = sanction !== undefined && state.sanctions.get(sanction)?.state === 'active';
    ledger.promise('P11: an overdue appeal stays its sanction', !(overdue && active), id);
  }
  for (const { id, until, state: stands } of state.sanctions.values()) {
    const over = stands !== 'active' || until === undefined || until > now;
    ledger.promise('P7: what has an end is over then', over, id);
  }
  for (const { id, ended, until } of state.emergencies.values()) {
    ledger.promise('P7: emergencies end at their deadline', ended !== undefined || until > now, id);
  }
}
