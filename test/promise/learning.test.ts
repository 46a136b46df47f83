import { afterAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../server/community/addresses.ts';
import type { PostIri } from '../../server/community/ids.ts';
import { SCHEMAS } from '../../server/stores/schemas.ts';
import { LANGUAGES } from '../../views/words/language.ts';
import { between, GUILD, openLearning, section, whereTo } from '../support/learning-stage.ts';
import { account, must } from '../support/people.ts';
import type { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

// Servers are there before the stories begin, so that each names them plainly.
const stage = await openLearning();
const { north, south, guild, session, thread, opening, person, anybody, signedIn, pageOf, write } = stage;
afterAll(() => stage.stop());

describe('a learning session', () => {
  it('says what, when, where and who hosts it, and is an ordinary post with a hashtag', async () => {
    const text = await pageOf(session);
    for (const part of ['Reading hydraulic drawings', 'Bring one that', '18:30 UTC', '20:00 UTC', 'Hall 3', 'alice'])
      expect([part, text.includes(part)]).toEqual([part, true]);
    const wire = await anybody().get(new URL(opening).pathname, { Accept: 'application/activity+json' });
    expect(JSON.parse(wire.text)).toMatchObject({
      type: 'Note',
      startTime: '2031-05-06T18:30:00.000Z',
      location: { type: 'Place', name: 'Hall 3' },
      tag: expect.arrayContaining([expect.objectContaining({ type: 'Hashtag', name: '#LearningSession' })]),
    });
  });

  it('row 9: its organiser cannot take a critical reflection away', async () => {
    const bob = await signedIn('bob');
    const critical = 'We watched slides for an hour. Nobody touched a drawing.';
    const said = await bob.submit(`${session}/say`, { text: critical, kind: 'reflection' });
    expect([said.status, whereTo(said)]).toEqual([303, session]);
    const shown = async () => section(await pageOf(session), 'reflections').includes(critical);
    expect(await shown()).toBe(true);
    const answers = await north.house.timelines.thread(opening, null);
    const reflection = answers.find(({ html }) => html.includes('slides')) ?? { iri: opening };
    expect(reflection.iri).not.toBe(opening);

    // She can neither delete nor change it, by any form there is for one's own posts.
    const alice = await signedIn('alice');
    const at = `${GUILD}/threads/${postKey(reflection.iri)}`;
    for (const [path, fields] of [
      [`${at}/delete`, {}],
      [`${at}/edit`, { text: 'It was splendid.' }],
    ] as const)
      expect([path, (await alice.submit(path, fields)).status]).toEqual([path, 404]);
    for (const done of [
      await north.actions.deletePost({ post: reflection.iri, by: person('alice') }),
      await north.actions.editPost({ post: reflection.iri, by: person('alice'), text: 'Splendid.' }),
    ])
      expect(done).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
    expect(await shown()).toBe(true);

    // Blocking who wrote it changes what she herself is shown, and nothing else.
    must(await north.actions.blockActor({ by: person('alice'), actor: person('bob') }));
    expect(await shown()).toBe(true);
    await north.house.marks.remove(person('alice'), 'block', person('bob'));

    // She may order the threads she opened; it stands on the page all the same.
    must(
      await north.actions.splitThread({ community: guild, by: person('alice'), post: reflection.iri, title: 'Slides' }),
    );
    await north.settle();
    expect((await north.house.posts.byIri(reflection.iri))?.thread).toBe(reflection.iri);
    expect(await shown()).toBe(true);

    // Nor is it gone when her own post says no more that it is a session, or is deleted.
    const other = await write('alice', 'How we label cables. #LearningSession', { title: 'Labels' });
    const its = `${GUILD}/sessions/${postKey(other)}`;
    await write('bob', 'Half of them fell off again. #Reflection', { inReplyTo: other });
    must(await north.actions.editPost({ post: other, by: person('alice'), text: 'How we label cables.', tags: [] }));
    expect(section(await pageOf(its), 'reflections')).toContain('fell off again');
    must(await north.actions.deletePost({ post: other, by: person('alice') }));
    await north.settle();
    expect(await pageOf(its)).not.toContain('How we label');
    expect(section(await pageOf(its), 'reflections')).toContain('fell off again');
  });

  it('row 36: its organiser and its newest member get the same page', async () => {
    const dora = await account(north, 'dora');
    must(await north.actions.joinCommunity({ person: dora, community: guild }));
    await write('carol', 'More drawings, fewer slides. #Reflection', { inReplyTo: opening });
    await write('alice', 'I hear you. #Reflection', { inReplyTo: opening });
    await north.settle();
    const common = async (visitor: Visitor): Promise<string> => {
      const main = between(await pageOf(session, visitor), '<div class="page">', '<footer>');
      expect(main).toContain('More drawings, fewer slides.');
      return main.replace(/<section id="yours">[\s\S]*?<\/section>/, '');
    };
    const hers = await common(await signedIn('alice'));
    expect(await common(await signedIn('dora'))).toBe(hers);
    expect(await common(anybody())).toBe(hers);
  });

  it('is hosted by whoever says so, and by nobody who steps back', async () => {
    const hosts = async () => between(await pageOf(session), 'Hosted by', '</dl>');
    const carol = await signedIn('carol');
    await carol.submit(`${session}/host`, { hosting: 'yes' });
    expect(await hosts()).toMatch(/alice[\s\S]*carol/);
    await carol.submit(`${session}/host`, { hosting: 'no' });
    expect(await hosts()).not.toContain('carol');
  });

  it('is listed by when it is, here and in its community, and can be put into a calendar', async () => {
    const past = { title: 'Gone by for long', text: 'It was.', startsAt: '2001-01-01T10:00' };
    await (await signedIn('bob')).submit(`${GUILD}/sessions`, past);
    for (const path of ['/learning', `${GUILD}/sessions`]) {
      const text = await pageOf(path, await signedIn('alice'));
      const [toCome = '', goneBy = ''] = text.split('Gone by</h2>');
      expect([toCome.includes('Reading hydraulic'), goneBy.includes('Gone by for long')]).toEqual([true, true]);
      expect(goneBy).not.toContain('Reading hydraulic');
    }
    expect(await pageOf('/', await signedIn('alice'))).toContain('href="/learning"');
    expect(await pageOf(GUILD)).toContain(`href="${GUILD}/sessions"`);

    const file = await anybody().get(`${session}/calendar.ics`);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = file.text.split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART:20310506T183000Z', 'DTEND:20310506T200000Z', 'LOCATION:Hall 3']),
    );
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file.text).not.toMatch(/ATTENDEE|RSVP/);
  });
});

describe('from the work', () => {
  it('row 13: threads are linked to a session as worked or not, and both lists stand on its page and beside them', async () => {
    const good = await write('bob', 'I found the pilot valve by the drawing.', { title: 'The press is up again' });
    const bad = await write('carol', 'The drawing was of another press.', { title: 'Three hours lost' });
    const bob = await signedIn('bob');
    const address = (iri: PostIri) => `${north.origin}${GUILD}/threads/${postKey(iri)}`;

    // Found by its words, once posts have been made ready to be found.
    const found = await until('it is found', async () => {
      const text = await pageOf(`${session}/work?words=pilot+valve`, bob);
      return text.includes('The press is up again') && text;
    });
    expect(found).toContain(`value="${address(good)}"`);
    const linked = await bob.submit(`${session}/work`, { thread: address(good), outcome: 'worked', text: 'At last.' });
    expect([linked.status, whereTo(linked)]).toEqual([303, `${session}#work`]);
    // Or named by its address.
    const carol = await signedIn('carol');
    await carol.submit(`${session}/work`, { thread: '', address: address(bad), outcome: 'did-not-work' });

    const [, worked = '', not = ''] = section(await pageOf(session), 'work').split('<h3>');
    expect([worked.includes('The press is up again'), worked.includes('Three hours')]).toEqual([true, false]);
    expect([not.includes('Three hours lost'), not.includes('The press')]).toEqual([true, false]);
    expect(between(await pageOf(`${GUILD}/threads/${postKey(good)}`), '<aside', '</aside>')).toMatch(
      /Reading hydraulic drawings<\/a> · It worked</,
    );
    expect(await pageOf(`${GUILD}/threads/${postKey(bad)}`)).toMatch(
      /Reading hydraulic drawings<\/a> · It did not work</,
    );
    expect(await pageOf(thread)).toContain(`href="${session}"`);

    // It follows from what somebody said, and ends with it.
    const answers = await north.house.timelines.thread(opening, null);
    const said = answers.find(({ html }) => html.includes('At last.')) ?? { iri: opening };
    must(await north.actions.deletePost({ post: said.iri, by: person('bob') }));
    await north.settle();
    expect(section(await pageOf(session), 'work')).not.toContain('The press is up again');

    const wrong = await bob.submit(`${session}/work`, { address: 'https://nowhere.example/x', outcome: '' });
    expect([wrong.status, wrong.text.includes('There is no such thread')]).toEqual([422, true]);
  });
});

describe('proposing a session', () => {
  it('row 16: what there is about it, and who wrote it, comes first, and can be passed over', async () => {
    await write('carol', 'The torque of the spindle decides it.', { title: 'Choosing a spindle' });
    const bob = await signedIn('bob');
    const first = await pageOf(`${GUILD}/sessions/new`, bob);
    expect([first.includes('method="get"'), first.includes('name="startsAt"')]).toEqual([true, false]);
    const ask = `${GUILD}/sessions/new?title=Spindle+torque&text=`;
    const then = await until('it is found', async () => {
      const text = await pageOf(ask, bob);
      return text.includes('Choosing a spindle') && text;
    });
    expect(section(then, 'related')).toContain('Choosing a spindle');
    expect(section(then, 'people')).toMatch(/carol/);
    // People are named, and nothing about them is counted.
    expect(section(then, 'people').replaceAll(/<[^>]*>|localhost:\d+/g, '')).not.toMatch(/\d/);
    expect(then.indexOf('id="related"')).toBeLessThan(then.indexOf('id="propose"'));

    const fields = { title: 'Spindle torque', text: 'Who shows us?' };
    const wrong = await bob.submit(`${GUILD}/sessions`, { ...fields, startsAt: 'tomorrow' });
    expect([wrong.status, wrong.text.includes('This is no date')]).toEqual([422, true]);
    const passed = await bob.submit(`${GUILD}/sessions`, fields);
    expect(passed.status).toBe(303);
    expect(await pageOf(whereTo(passed))).toContain('Who shows us?');
  });

  it('row 16: nobody is shown what she may not see', async () => {
    const circle = [person('bob')];
    const secret = { author: person('alice'), community: guild, title: 'Salary of the flange', text: 'Flange pay.' };
    must(await north.actions.publishPost({ ...secret, circle }));
    await north.settle();
    const ask = `${GUILD}/sessions/new?title=flange`;
    const bob = await signedIn('bob');
    await until('bob finds it', async () => (await pageOf(ask, bob)).includes('Salary of the flange'));
    expect(section(await pageOf(ask, bob), 'people')).not.toContain('alice');
    expect(await pageOf(ask, await signedIn('carol'))).not.toContain('Salary of the flange');
  });
});

describe('what is not there', () => {
  it('row 39: nothing keeps who attended or completed anything', () => {
    const names = Object.entries(SCHEMAS).flatMap(([collection, schemas]) => [
      collection,
      ...schemas.flatMap((schema) => Object.keys((schema as { shape?: object }).shape ?? {})),
    ]);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => /attend|complet|enrol|certificat|rsvp|participants/i.test(name))).toEqual([]);
  });

  it('row 39: no page of it asks who was there', async () => {
    const pages = [session, `${session}/work`, `${GUILD}/sessions/new`, '/learning'];
    const alice = await signedIn('alice');
    for (const path of pages)
      expect(await pageOf(path, alice)).not.toMatch(/attend(?!\w*ance)|sign up for|mark as done|certificate/i);
  });
});

describe('practice guides', () => {
  it('row 33: are read without an account, in every language, and push nobody', async () => {
    const index = await pageOf('/learn');
    const paths = [...new Set([...index.matchAll(/href="(\/learn\/[\w-]+)"/g)].map(([, path = '']) => path))];
    expect(paths).toHaveLength(7);
    for (const path of paths) {
      const texts = await Promise.all(
        LANGUAGES.map(async (language) => {
          const { text } = await anybody().get(path, { 'Accept-Language': language });
          expect(text).toContain(`<html lang="${language}"`);
          return between(text, '<div class="text">', '</div>');
        }),
      );
      expect(new Set(texts).size).toBe(LANGUAGES.length);
      expect(texts[0]).not.toMatch(/invite your|grow|streak|level up|badge|share this/i);
      const words =
        texts[0]
          ?.replaceAll(/<[^>]+>/g, ' ')
          .trim()
          .split(/\s+/).length ?? 0;
      expect([path, words >= 120 && words <= 250]).toEqual([path, true]);
    }
    expect((await anybody().get('/learn/nothing-of-this')).status).toBe(404);
  });
});

describe('from another server', () => {
  it('rows 9 and 13: a member elsewhere reflects, and tells from the work, by hashtags', async () => {
    const petra = await account(south, 'petra');
    const visitor = await signedIn('petra', south);
    await visitor.submit('/communities/lookup', { address: guild });
    must(await south.actions.joinCommunity({ person: petra, community: guild }));
    await until('she is in', async () => (await south.house.follows.get(petra, guild))?.state === 'accepted');
    const fresh = await write('bob', 'How we bleed a cylinder. #LearningSession', { title: 'Bleeding cylinders' });
    await until('south has it', () => south.house.posts.byIri(fresh));
    const its = `/sessions/${postKey(fresh)}`;
    // There it is a session as well.
    const there = `/communities/guild@${new URL(north.origin).host}${its}`;
    expect(await pageOf(there, visitor)).toContain('Bleeding cylinders');

    const answer = async (text: string) => {
      const post = must(await south.actions.publishPost({ author: petra, community: guild, inReplyTo: fresh, text }));
      await until('north has it', () => north.house.posts.byIri(post.iri));
      await north.settle();
    };
    await answer('The order was the wrong way round. #Reflection');
    expect(section(await pageOf(`${GUILD}${its}`), 'reflections')).toContain('the wrong way round');

    const work = await write('carol', 'It leaks still.', { title: 'The old lift' });
    await answer(`It was this one: ${north.origin}${GUILD}/threads/${postKey(work)} #DoesNotWork`);
    const [, , not = ''] = section(await pageOf(`${GUILD}${its}`), 'work').split('<h3>');
    expect(not).toContain('The old lift');
  });

  it('a session that is dated there is dated here', async () => {
    const zone = { startsAt: '2031-07-01T09:00', place: 'Lab' };
    const made = await (await signedIn('alice')).submit(`${GUILD}/sessions`, {
      title: 'Over there',
      text: 'See.',
      ...zone,
    });
    const key = whereTo(made).split('/').at(-1) ?? '';
    const iri = (await north.house.posts.byKey(key))?.iri as PostIri;
    const kept = await until('south has it', () => south.house.posts.byIri(iri));
    expect(kept.details?.event).toEqual({ startsAt: new Date('2031-07-01T09:00:00Z'), place: 'Lab' });
  });
});
