import type { CommunityIri, JuryId, PersonIri } from '../../server/community/ids.ts';
import { proposalId } from '../../server/community/ids.ts';
import { HOUR_MS } from '../../server/governance/dates.ts';
import { adoptChange, days } from './adopted-rule.ts';
import { BEFORE_ROUND_1000 } from './drand-rounds.ts';
import { browsers, callJury } from './jury-stage.ts';
import { account, community, must } from './people.ts';
import { type RunningServer, runServer } from './running-server.ts';

/** A guild of the summer of 2023, when round 1000 was still to come, whose charter draws juries from drand. */
export interface DrandStage {
  readonly server: RunningServer;
  readonly guild: CommunityIri;
  readonly members: readonly PersonIri[];
  readonly at: ReturnType<typeof browsers>;
  readonly stop: () => Promise<void>;
}

const NAMES = ['anastasia', 'bertil', 'cleopatra', 'dagobert', 'evelina', 'finnegan'];
/** Tenure, and the whole way of a change of the charter. */
const DAYS_BEFORE = 70;

export async function drandStage(env: Readonly<Record<string, string>> = {}): Promise<DrandStage> {
  const server = await runServer('localhost', env);
  driveTo(server, new Date(BEFORE_ROUND_1000.getTime() - DAYS_BEFORE * 24 * HOUR_MS));
  const members = await Promise.all(NAMES.map((name) => account(server, name)));
  const founder = members[0] as PersonIri;
  const guild = (await community(server, founder, 'guild')).iri;
  for (const person of members.slice(1)) must(await server.actions.joinCommunity({ person, community: guild }));
  await days(server, 31);
  await adoptChange(server, guild, members, { kind: 'amend-charter', parameters: { juryRandomness: 'drand' } });
  return { server, guild, members, at: browsers(server), stop: () => server.stop() };
}

/** Sets the community's time. */
export function driveTo(server: RunningServer, time: Date): void {
  server.clock.forward((time.getTime() - server.house.clock.now().getTime()) / HOUR_MS);
}

/** Calls a jury so that the round named with its pool is round 1000: there is half a minute for all of them. */
export async function callBeforeRound1000(
  { server, guild }: DrandStage,
  { number = 1, size = 3 } = {},
): Promise<JuryId> {
  if (server.house.clock.now() < BEFORE_ROUND_1000) driveTo(server, BEFORE_ROUND_1000);
  return callJury(server, guild, { purpose: { kind: 'challenge', proposal: proposalId(number) }, size });
}

/** So many minutes after round 1000 is published; everything due happens. */
export async function minutesAfterRound1000({ server }: DrandStage, minutes: number): Promise<void> {
  driveTo(server, new Date(BEFORE_ROUND_1000.getTime() + 630_000 + minutes * 60_000));
  await server.settle();
}
