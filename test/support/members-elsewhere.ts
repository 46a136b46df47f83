import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import type { Notice } from '../../server/ports/notices.ts';
import { days } from './adopted-rule.ts';
import { activity, post } from './attacker.ts';
import { account, community, must } from './people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from './remote-origin.ts';
import { type RunningServer, runServer } from './running-server.ts';

/** A guild on a server north, with members there and on a server far, all of them for longer than its tenure. */
export interface MembersElsewhere {
  readonly north: RunningServer;
  readonly far: RemoteOrigin;
  readonly guild: CommunityIri;
  /** Alice, who founded it, bob and carol. */
  readonly locals: readonly [PersonIri, PersonIri, PersonIri];
  readonly elsewhere: readonly RemoteActor[];
  readonly member: (number: number) => RemoteActor;
  /** On the server far, and no member. */
  readonly eve: RemoteActor;
  readonly send: (actor: RemoteActor, what: unknown) => ReturnType<typeof post>;
  readonly state: () => Promise<CommunityState>;
  readonly notices: (to: RemoteActor | PersonIri) => Promise<readonly Notice[]>;
  readonly stop: () => Promise<unknown>;
}

export async function membersElsewhere(size: number): Promise<MembersElsewhere> {
  const [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const people = await Promise.all(['alice', 'bob', 'carol'].map((name) => account(north, name)));
  const locals = people as unknown as MembersElsewhere['locals'];
  const guild = (await community(north, locals[0], 'guild')).iri;
  for (const person of locals.slice(1)) must(await north.actions.joinCommunity({ person, community: guild }));
  const send = (actor: RemoteActor, what: unknown) => post(north.house.addresses.sharedInbox, actor, what);
  const { eve, elsewhere } = await actorsOf(far, size);
  for (const actor of elsewhere) await send(actor, activity('Follow', actor, guild));
  await north.settle();
  await days(north, 31);
  return {
    ...{ north, far, guild, locals, elsewhere, eve, send },
    member: (number) => known(elsewhere[number], `member ${number}`),
    state: async () => known(await north.house.states.load(guild), 'guild'),
    notices: (to) => north.house.notices.to((typeof to === 'string' ? to : to.iri) as PersonIri, 100),
    stop: () => Promise.all([north.stop(), far.close()]),
  };
}

/** Eve and the members `m0`, `m1` …; one pair of keys for all of them, since making one takes a while. */
async function actorsOf(far: RemoteOrigin, size: number) {
  const eve = await far.actor('eve');
  const privateKeyPem = eve.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const keys = { publicKeyPem: eve.publicKeyPem, privateKeyPem } as never;
  const names = Array.from({ length: size }, (_, number) => `m${number}`);
  return { eve, elsewhere: await Promise.all(names.map((name) => far.actor(name, { keys }))) };
}

function known<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`there is no ${what}`);
  return found;
}

/** The path of one of the own links in a letter. */
export const pathIn = (text: string, nth = 0): string =>
  new URL([...text.matchAll(/http\S*\/act\/[\w.-]+/g)].map(String)[nth] ?? '').pathname;
