import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../server/community/addresses.ts';
import type { Post } from '../../server/community/post.ts';
import { type GuildOnTwo, guildOnTwo } from '../support/guild-on-two.ts';
import { must } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let stage: GuildOnTwo;
let north: GuildOnTwo['north'];
let south: GuildOnTwo['south'];
let guild: GuildOnTwo['guild'];
let alice: Visitor;
let bob: Visitor;
let dora: Visitor;
let doraIri: GuildOnTwo['doraIri'];

beforeAll(async () => {
  stage = await guildOnTwo();
  ({ north, south, guild, alice, bob, dora, doraIri } = stage);
});
afterAll(() => stage?.stop());

const GUILD = '/communities/guild';
const THERE = () => stage.there;
const settle = () => Promise.all([north.settle(), south.settle()]);
const page = async (by: Visitor, path: string): Promise<string> => {
  const answer = await by.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text;
};
/** What stands under one heading. */
const under = (text: string, title: string): string => text.split(`<h2>${title}</h2>`)[1]?.split('<h2>')[0] ?? '';

const written = {
  question: 'How do we stop losing drawings?',
  framing: 'Between shifts they vanish.',
  feltBy: 'Both shifts',
};
let here: string;

describe('a sticky problem', () => {
  it('row 42: is put to the community as a post, and its invitation goes to other servers', async () => {
    const empty = await alice.submit(`${GUILD}/problems`, { ...written, question: ' ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Say what the question is.');
    expect(empty.text).toContain('Between shifts they vanish.');
    const answer = await alice.submit(`${GUILD}/problems`, { ...written, own: 'yes' });
    here = String(answer.headers.location);
    expect([answer.status, here]).toEqual([303, expect.stringMatching(/^\/communities\/guild\/problems\/[\w-]+$/)]);
    await settle();
    const text = await page(bob, here);
    expect(text).toContain('How do we stop losing drawings?');
    expect(text).toContain('Who feels it: Both shifts');
    await until('it has come to the south', async () => (await page(dora, '/problems')).includes(written.question));
    expect(await page(new Visitor(north), '/problems')).toContain(written.question);
    // Its community leads to its problems, and its post among others to its own page.
    const around = await page(bob, GUILD);
    expect(around).toContain(`href="${GUILD}/kinds/stickyproblem">Problems</a>`);
    for (const list of [around, await page(bob, `${GUILD}/kinds/stickyproblem`)]) {
      expect(list).toContain(`<p class="kind"><a href="${here}">`);
    }
  });

  it('row 43: its owners named themselves, on two servers; nobody can name anybody else', async () => {
    const there = /href="([^"]*\/problems\/[^"]+)"[^>]*>How do we stop/.exec(await page(dora, '/problems'))?.[1] ?? '';
    const owned = await dora.submit(there, { what: 'own' });
    expect([owned.status, there.startsWith(THERE())]).toEqual([303, true]);
    await settle();
    await until('north knows', async () => (await page(bob, here)).includes('dora'));
    for (const text of [await page(bob, here), await page(dora, there)]) {
      const owners = under(text, 'Who has taken it on');
      expect(owners).toMatch(/alice[\s\S]*north\.localhost[\s\S]*dora[\s\S]*south\.localhost/);
    }
    // A form can say only what its sender does, and a try is not an owner’s.
    expect((await bob.submit(here, { what: 'own', text: '@carol takes it on' })).status).toBe(303);
    await settle();
    expect(under(await page(alice, here), 'Who has taken it on')).not.toContain('carol');
    expect((await bob.submit(here, { what: 'stepBack' })).status).toBe(303);
    await settle();
    expect(under(await page(alice, here), 'Who has taken it on')).not.toContain('>bob<');
  });

  it('tries and what was learned stand on it; who says neither is told to', async () => {
    const nothing = await bob.submit(here, { text: 'A shelf.' });
    expect([nothing.status, nothing.text.includes('Choose what it is.')]).toEqual([422, true]);
    await bob.submit(here, { what: 'tried', text: 'A shelf with names on it. It held for a week.' });
    await bob.submit(here, { what: 'learned', text: 'Nobody looks at shelves at night.' });
    await settle();
    const text = await page(alice, here);
    expect(under(text, 'What was tried')).toContain('A shelf with names on it.');
    expect(under(text, 'What was learned')).toContain('Nobody looks at shelves at night.');
    expect(under(await page(alice, '/problems'), 'Being tried')).toContain(written.question);
  });

  it('row 30: what changed its owners say, by a hashtag from their own servers too, and /changes tells it', async () => {
    await bob.submit(here, { what: 'changed', text: 'Bob says that it is solved.' });
    await settle();
    expect(await page(alice, '/changes')).not.toContain('Bob says that it is solved.');
    const [thread] = await north.house.timelines.openingsWith([guild], 'stickyproblem', null, { limit: 1 });
    const { iri } = thread as Post;
    const said = {
      author: doraIri,
      community: guild,
      inReplyTo: iri,
      text: 'Drawings are on the tablet now. #WhatChanged',
    };
    must(await south.actions.publishPost(said));
    await settle();
    await until('north tells it', async () =>
      (await page(alice, '/changes')).includes('Drawings are on the tablet now.'),
    );
    expect(under(await page(bob, here), 'What changed')).toContain('Drawings are on the tablet now.');
    const changes = await page(new Visitor(north), '/changes');
    expect(changes).toContain(`${GUILD}/problems/${postKey(iri)}`);
    expect(changes).not.toMatch(/daily|monthly active|views/i);
    for (const form of ['atom', 'rss'])
      expect(await page(new Visitor(north), `/changes/feed.${form}`)).toContain('Drawings are on the tablet now.');
  });

  it('what is for members alone is told to members alone', async () => {
    const founder = north.house.addresses.person('bob');
    const crew = { founder, name: 'crew', title: 'The crew', purpose: 'To try things.', membersOnly: true } as const;
    must(await north.actions.foundCommunity(crew));
    await settle();
    const answer = await bob.submit('/communities/crew/problems', { ...written, question: 'Who has the key?' });
    expect(answer.status).toBe(303);
    const path = String(answer.headers.location);
    expect(await page(bob, '/problems')).toContain('Who has the key?');
    for (const stranger of [alice, new Visitor(north)]) {
      expect(await page(stranger, '/problems')).not.toContain('Who has the key?');
      expect((await stranger.get(path)).status).toBe(404);
    }
  });
});
