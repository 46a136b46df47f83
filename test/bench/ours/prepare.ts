import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { privateKeyFromPem } from '../../../federation/signatures/keys.ts';
import { type PersonIri, type ProposalId, personIri } from '../../../server/community/ids.ts';
import { activity, post } from '../../support/attacker.ts';
import { LINK_RULE } from '../../support/link-rule.ts';
import { must } from '../../support/people.ts';
import { startServer } from '../../support/server-process.ts';
import { PASSWORD, Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';
import type { CrowdMember } from '../support/crowd.ts';
import type { Targets } from '../support/deck.ts';
import { besideServer, type Hand, leftToDo } from './open-house.ts';
import { manyAtOnce, settle } from './settle.ts';

/** Where our server stands, and what was prepared on it. */
export interface Village {
  readonly port: number;
  readonly origin: string;
  readonly targets: Targets;
}

export interface VillagePlan {
  readonly dataDir: string;
  readonly crowd: readonly CrowdMember[];
  readonly posts: number;
  readonly questions: number;
  /** Names of people who get an account here, and join it too. */
  readonly accounts?: readonly string[];
}

export const HOST = 'ours.localhost';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PATIENCE_MS = 120_000;

/**
 * Founds a community over the server's own pages, lets the crowd join it by signed Follows, publishes posts, and brings
 * as many proposals to their vote. The community's time begins 38 days ago and is driven to the present, so that the
 * server that is measured runs on the machine's own clock.
 */
export async function prepareVillage({
  dataDir,
  crowd,
  posts,
  questions,
  accounts = [],
}: VillagePlan): Promise<Village> {
  mkdirSync(dataDir, { recursive: true });
  const clock = drivenToNow(path.join(dataDir, '..', 'clock'));
  const server = await startServer({ host: HOST, dataDir, clockFile: clock.file });
  const hand = await besideServer(server.env);
  try {
    await found(server);
    const community = hand.house.addresses.community('guild');
    await everybodyJoins(hand, crowd);
    await manyAtOnce(accounts, (name) => settle(hand, name));
    const voters = [
      ...crowd.map(({ iri }) => personIri(iri)),
      ...accounts.map((name) => hand.house.addresses.person(name)),
    ];
    const liked = await publishPosts(hand, posts);
    const opened = await openVotes(hand, voters, questions, clock);
    await until('everything is delivered', async () => (await leftToDo(hand.db)) === 0, PATIENCE_MS);
    const [thread = ''] = liked;
    return {
      port: server.port,
      origin: server.origin,
      targets: { community, thread, posts: liked, questions: opened },
    };
  } finally {
    await hand.close();
    await server.stop();
  }
}

function drivenToNow(file: string) {
  // 31 days until members may propose, five of discussion, two of frozen text; an hour more for each, and one left.
  let offset = -(38 * DAY + 3 * HOUR);
  const drive = (ms: number) => {
    offset += ms;
    writeFileSync(file, String(offset));
  };
  drive(0);
  return { file, drive };
}
type Driven = ReturnType<typeof drivenToNow>;

async function found(server: Awaited<ReturnType<typeof startServer>>): Promise<void> {
  const link = server.foundingLink();
  if (link === undefined) throw new Error(`no founding link:\n${server.output()}`);
  const fields = { username: 'alice', password: PASSWORD, community: 'guild', title: 'Guild', purpose: 'Trade.' };
  const { status, text } = await new Visitor(server).submit(new URL(link).pathname, fields);
  if (status !== 303) throw new Error(`founding answered ${status}: ${text}`);
}

async function everybodyJoins({ house }: Hand, crowd: readonly CrowdMember[]): Promise<void> {
  const guild = house.addresses.community('guild');
  for (const { iri, keyId, privateKeyPem } of crowd) {
    const signer = { iri, keyId, privateKey: privateKeyFromPem(privateKeyPem) };
    const { status, text } = await post(house.addresses.sharedInbox, signer, activity('Follow', signer, guild));
    if (status !== 202) throw new Error(`the Follow of ${iri} was answered ${status}: ${text}`);
  }
  const joined = async () => (await house.states.load(guild))?.members.size === crowd.length + 1;
  await until('the whole crowd has joined', joined, PATIENCE_MS);
}

async function publishPosts({ house, actions }: Hand, count: number): Promise<readonly string[]> {
  const author = house.addresses.person('alice');
  const community = house.addresses.community('guild');
  const published: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const draft = { author, community, title: `Shift report ${number}`, text: `What happened in week ${number}.` };
    published.push(must(await actions.publishPost(draft)).iri);
  }
  return published;
}

async function openVotes(hand: Hand, members: readonly PersonIri[], count: number, clock: Driven) {
  const { house } = hand;
  const guild = house.addresses.community('guild');
  clock.drive(31 * DAY);
  const proposals: ProposalId[] = [];
  for (let number = 0; number < count; number += 1) proposals.push(await seconded(hand, members, number));
  const reach = (phase: string) =>
    until(
      `${count} proposals are ${phase}`,
      async () => {
        const state = await house.states.load(guild);
        return proposals.every((id) => state?.proposals.get(id)?.phase.state === phase);
      },
      PATIENCE_MS,
    );
  await reach('discussion');
  clock.drive(5 * DAY + HOUR);
  await reach('frozen');
  clock.drive(2 * DAY + HOUR);
  await reach('voting');
  const state = await house.states.load(guild);
  return proposals.map((id) => String(state?.proposals.get(id)?.question));
}

/** Proposed by one of the crowd, seconded by alice and by as many others as it takes. */
async function seconded({ house, actions }: Hand, members: readonly PersonIri[], number: number): Promise<ProposalId> {
  const community = house.addresses.community('guild');
  const by = members[number % members.length] as PersonIri;
  const title = `Links by newcomers ${number + 1}`;
  const change = { kind: 'adopt-rule', rule: { ...LINK_RULE, title } } as const;
  const reasons = 'So that the roll is not flooded.';
  const { event } = must(await actions.submitProposal({ community, by, title, reasons, change }));
  const { proposal } = event as { readonly proposal: ProposalId };
  for (const second of [house.addresses.person('alice'), ...members]) {
    if (second === by) continue;
    if ((await house.states.load(community))?.proposals.get(proposal)?.phase.state !== 'seconding') break;
    must(await actions.secondProposal({ community, proposal, by: second }));
  }
  return proposal;
}
