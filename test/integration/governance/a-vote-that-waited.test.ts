import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { activityIri, actorIri } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { account, community, LINKS_RULE, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';

const P1 = 'P-1' as ProposalId;
const WAITING = activityIri('https://far.example/activities/1');
const MINUTE_MS = 60_000;

let north: RunningServer;
let guild: CommunityIri;
let people: readonly PersonIri[];

const phase = async () => (await north.house.states.load(guild))?.proposals.get(P1)?.phase.state;
const vote = (voter: PersonIri | undefined, waitedMs: number) =>
  north.actions.castBallot({
    community: guild,
    proposal: P1,
    voter: voter as PersonIri,
    choice: 'yes',
    via: 'federation',
    waitedMs,
  });

/** A vote that is to close in a minute, while something received before still waits to be carried out. */
beforeAll(async () => {
  north = await runServer('north.localhost');
  people = await Promise.all(['alice', 'bob', 'carol', 'dora'].map((name) => account(north, name)));
  const [alice, ...others] = people as [PersonIri, ...PersonIri[]];
  guild = (await community(north, alice, 'guild')).iri;
  for (const person of others) must(await north.actions.joinCommunity({ person, community: guild }));
  await days(north, 31);
  const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
  must(await north.actions.submitProposal({ community: guild, by: alice, title: 'Links', reasons: 'Spam.', change }));
  for (const by of others) must(await north.actions.secondProposal({ community: guild, proposal: P1, by }));
  await days(north, 5);
  await days(north, 2);
  for (const voter of others.slice(0, 2)) must(await vote(voter, 0));
  const received = { activity: WAITING, sender: actorIri('https://far.example/u'), body: '{}', receivedAt: new Date() };
  await north.house.inbox.accept([received]);
  await north.house.inbox.retry(WAITING, new Date(Date.now() + 600_000), 'it waits for a slow server');
  north.clock.forward(7 * 24);
  await north.settle();
});

afterAll(() => north?.stop());

describe('a vote received before the close, and carried out after it', () => {
  it('is counted: the vote does not end while the inbox still has something from before', async () => {
    expect(await phase()).toBe('voting');
    expect(await vote(people[0], 0)).toMatchObject({ ok: false, refusal: { code: 'closed' } });
    expect(await vote(people[0], 5 * MINUTE_MS)).toMatchObject({ ok: true });
  });

  it('closes as soon as the inbox is empty, and then nothing comes too early', async () => {
    await north.house.inbox.done(WAITING, 'done');
    await north.settle();
    expect(await phase()).toBe('timelock');
    const tally = (await north.house.states.load(guild))?.proposals.get(P1)?.outcome?.tally;
    expect(tally).toMatchObject({ yes: 3, turnout: 3 });
    expect(await vote(people[3], 5 * MINUTE_MS)).toMatchObject({ ok: false });
  });
});
