import { activity, post } from './attacker.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from './remote-origin.ts';
import { spareKeys } from './spare-keys.ts';
import type { Stage } from './stage.ts';
import { until } from './wait.ts';

/** Followers of the guild on many hosts, each with an inbox of her own. */
export interface Followers {
  readonly origins: readonly RemoteOrigin[];
  readonly all: readonly { readonly actor: RemoteActor; readonly origin: RemoteOrigin }[];
  /** How many requests have arrived at all inboxes together. */
  arrived(): number;
  close(): Promise<void>;
}

/** Lets so many people on so many hosts join, each by a signed Follow. They share one key pair: it saves a minute. */
export async function manyFollowers(stage: Stage, hosts: number, onEach: number): Promise<Followers> {
  const keys = await spareKeys();
  const origins = await Promise.all(
    Array.from({ length: hosts }, (_, number) => startRemoteOrigin(`h${number}`, { inboxMs: 100 })),
  );
  const people = origins.flatMap((origin) =>
    Array.from({ length: onEach }, (_, number) => ({ origin, name: `p${number}` })),
  );
  const all = await Promise.all(
    people.map(async ({ origin, name }) => ({ origin, actor: await origin.actor(name, { keys }) })),
  );
  const answers = await Promise.all(
    all.map(({ actor }) => post(stage.sharedInbox, actor, activity('Follow', actor, stage.guild))),
  );
  const refused = answers.find(({ status }) => status !== 202);
  if (refused !== undefined) throw new Error(`a Follow was answered ${refused.status}: ${refused.text}`);
  const accepted = ({ origin, actor }: (typeof all)[number]) =>
    origin.delivered(actor).some(({ type }) => type === 'Accept');
  await until('everybody is accepted', () => all.every(accepted), 60_000);
  return {
    origins,
    all,
    arrived: () =>
      origins.reduce((sum, { arrivals }) => sum + arrivals.filter(({ method }) => method === 'POST').length, 0),
    close: async () => {
      await Promise.all(origins.map((origin) => origin.close()));
    },
  };
}
