import { caseId } from '../../../server/community/ids.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { holdersOf } from '../../../server/governance/roles/role.ts';
import { Cases, SALES_RULE } from '../../simulation/cases.ts';
import { Emergencies } from '../../simulation/emergencies.ts';
import { Ledger } from '../../simulation/ledger.ts';
import { foundGuild, hostOf, tenured } from '../../simulation/people.ts';
import { Proposing, tagRule } from '../../simulation/proposing.ts';
import { Voting } from '../../simulation/voting.ts';
import { HOSTS, type World } from '../../simulation/world.ts';

/**
 * A community in which time has much to do: terms, rules with an end, proposals in every phase, a sanction that ends, a
 * jury nobody serves on, delegations, an emergency.
 */
export async function busyGuild(world: World): Promise<void> {
  const ledger = new Ledger();
  const { actions, guild } = world;
  const founder = await foundGuild(world);
  const act = (ask: Parameters<typeof actions.actAsFounder>[0]['ask']) =>
    actions.actAsFounder({ community: guild, by: founder, ask });
  await act({ kind: 'adopt-rule', rule: SALES_RULE });
  for (const host of HOSTS.slice(1, 7)) for (const name of ['ada', 'ben', 'cyd']) await world.join(host, name);
  const people = [...(await world.state()).members.keys()];
  for (const host of HOSTS.slice(3, 6)) {
    const member = people.find((one) => hostOf(one) === host);
    if (member !== undefined) await act({ kind: 'appoint', role: 'moderator', member });
  }
  world.pass(31);
  await world.advance();
  const voting = new Voting(world, ledger);
  const proposing = new Proposing(world, ledger, voting);
  const cases = new Cases(world, ledger);
  const able = tenured(await world.state(), world.now());
  const changes: readonly Change[] = [
    { kind: 'adopt-rule', rule: tagRule('tea') },
    { kind: 'amend-charter', parameters: { warningDays: 91 } },
    { kind: 'follow-list', list: 'https://lists.example/a.csv' },
    { kind: 'adopt-rule', rule: tagRule('cocoa') },
  ];
  for (const [at, change] of changes.entries()) {
    const proposal = await proposing.submit(able[at] ?? founder, change, `Proposal ${at}`);
    if (proposal !== null) await proposing.second(proposal, at === 3 ? 0 : 99);
  }
  const [by, to] = able.slice(-2);
  if (by !== undefined && to !== undefined) await actions.giveDelegation({ community: guild, by, to });
  await cases.happen();
  await world.openCases();
  // A warning, which ends by itself: by whichever moderator may decide.
  for (const { member } of holdersOf(await world.state(), 'moderator', world.now())) {
    await actions.decideCase({ community: guild, case: caseId(1), by: member, level: 1, facts: 'It is sales talk.' });
  }
  await new Emergencies(world, ledger, cases).look(async (day, once) => {
    if (day === 70) await once();
  });
}
