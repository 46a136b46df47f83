import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../server/community/addresses.ts';
import type { Post } from '../../server/community/post.ts';
import { type GuildOnTwo, guildOnTwo } from '../support/guild-on-two.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let stage: GuildOnTwo;
let north: GuildOnTwo['north'];
let south: GuildOnTwo['south'];
let alice: Visitor;
let bob: Visitor;
let dora: Visitor;
let doraIri: GuildOnTwo['doraIri'];

beforeAll(async () => {
  stage = await guildOnTwo();
  ({ north, south, alice, bob, dora, doraIri } = stage);
});
afterAll(() => stage?.stop());

const GUILD = '/communities/guild';
const THERE = () => stage.there;
/** Sends a form to the guild’s page of writing; the path of the post that came of it. */
async function write(by: Visitor, fields: Readonly<Record<string, string>>, at = GUILD): Promise<string> {
  const answer = await by.submit(`${at}/posts`, fields);
  if (answer.status !== 303) throw new Error(`not written: ${answer.status} ${answer.text.slice(0, 2000)}`);
  await Promise.all([north.settle(), south.settle()]);
  return String(answer.headers.location);
}
const keyOf = (path: string): string => /#p-(.*)$/.exec(path)?.[1] ?? path.split('/').at(-1) ?? '';
const page = async (by: Visitor, path: string): Promise<string> => {
  const answer = await by.get(path.replace(/#.*/, ''));
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text;
};
const postOf = async (path: string): Promise<Post> => {
  const post = await north.house.posts.byKey(keyOf(path));
  if (post === null) throw new Error(`no post at ${path}`);
  return post;
};
/** What of a page stands in a post. */
const articleOf = (html: string, key: string): string =>
  html.split('<article ').find((one) => one.startsWith(`class="post" id="p-${key}"`)) ?? '';

describe('kinds', () => {
  it('row 14: what works and what does not are offered side by side, and each has its stream', async () => {
    const form = await page(alice, `${GUILD}/write`);
    const offered = [...form.matchAll(/<option value="(\w+)"/g)].map(([, kind]) => kind);
    expect(offered.slice(offered.indexOf('works'), offered.indexOf('works') + 2)).toEqual(['works', 'doesnotwork']);
    await write(alice, { text: 'Warming the head before the belt.', kind: 'works' });
    await write(bob, { text: 'Warming the belt before the head.', kind: 'doesnotwork' });
    const [works, does] = [await page(bob, `${GUILD}/kinds/works`), await page(bob, `${GUILD}/kinds/doesnotwork`)];
    expect(works).toContain('Warming the head before the belt.');
    expect(works).not.toContain('Warming the belt before the head.');
    expect(does).toContain('Warming the belt before the head.');
    expect(await page(bob, GUILD)).toContain('<option value="doesnotwork">');
  });

  it('row 31: working out loud says what is welcome; open invitations are found until their author closes them', async () => {
    const open = `${GUILD}/kinds/workingoutloud?which=open`;
    const drafting = await write(alice, { text: 'Drafting the sheet.', kind: 'workingoutloud', welcome: 'both' });
    await write(alice, { text: 'Sorting the drawers.', kind: 'workingoutloud' });
    const shown = await page(bob, open);
    expect(shown).toContain('Drafting the sheet.');
    expect(shown).toContain('Welcome: Ideas and help');
    expect(shown).not.toContain('Sorting the drawers.');
    expect(await page(bob, `${GUILD}/kinds/workingoutloud`)).toContain('Sorting the drawers.');
    expect((await bob.submit(`${drafting}/close-invitation`, {})).status).toBe(303);
    expect(await page(bob, open)).toContain('Drafting the sheet.');
    await alice.submit(`${drafting}/close-invitation`, {});
    expect(await page(bob, open)).not.toContain('Drafting the sheet.');
    const { source, details } = await postOf(drafting);
    expect([source, details?.hashtags]).toEqual(['Drafting the sheet.', ['WorkingOutLoud']]);
  });

  it('row 31: an invitation that stands in the text itself is closed as well', async () => {
    const said = await write(alice, { text: 'Labels next. #WorkingOutLoud #HelpWelcome' });
    expect(await page(bob, `${GUILD}/kinds/workingoutloud?which=open`)).toContain('Labels next.');
    await alice.submit(`${said}/close-invitation`, {});
    expect((await postOf(said)).source).toBe('Labels next. #WorkingOutLoud');
  });

  it('row 20: home mixes a session, a snag and a reflection in one stream, newest first', async () => {
    await write(alice, { text: 'How we label.', title: 'Labels, an hour', kind: 'learningsession' });
    await write(bob, { text: 'The label printer jams.', kind: 'snag' });
    await write(alice, { text: 'We label too late.', kind: 'reflection' });
    const home = await page(bob, '/');
    const places = ['We label too late.', 'The label printer jams.', 'How we label.'].map((text) => home.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const kind of ['reflection', 'snag', 'learningsession'])
      expect(home).toContain(`href="${GUILD}/kinds/${kind}"`);
  });

  it('row 24: members name a kind of their own; it is written with, found, and travels as a Note with a tag', async () => {
    expect((await bob.submit(`${GUILD}/kinds`, { tag: 'two words' })).status).toBe(422);
    expect((await bob.submit(`${GUILD}/kinds`, { tag: 'FieldNote' })).status).toBe(303);
    expect(await page(alice, `${GUILD}/write`)).toContain('<option value="fieldnote">#FieldNote</option>');
    const noted = await write(alice, { text: 'Dust on line 4.', kind: 'fieldnote' });
    const stream = await page(bob, `${GUILD}/kinds/fieldnote`);
    expect(stream).toContain('<h1>#FieldNote</h1>');
    expect(stream).toContain('Dust on line 4.');
    expect(await page(bob, `${GUILD}/record`)).toContain('#FieldNote');
    const { iri } = await postOf(noted);
    const sent = await until('it came to south', () => south.house.posts.byIri(iri));
    expect([sent.details?.kind, sent.details?.hashtags]).toEqual([undefined, ['FieldNote']]);
    const wire = await new Visitor(north).get(new URL(iri).pathname, { Accept: 'application/activity+json' });
    expect(JSON.parse(wire.text)).toMatchObject({ type: 'Note' });
    expect(JSON.parse(wire.text).tag).toContainEqual({ type: 'Hashtag', name: '#FieldNote' });
    expect(JSON.parse(wire.text)).toMatchObject({ content: '<p>Dust on line 4.</p><p>#FieldNote</p>' });
    expect((await alice.get(`${GUILD}/kinds/nosuchkind`)).status).toBe(404);
  });

  it('come from other servers by tags alone, and go there', async () => {
    const typed = await write(dora, { text: 'The belt slips on wet days. #snag' }, THERE());
    const post = await until('it came to north', () => north.house.posts.byKey(keyOf(typed)));
    expect(post.author).toBe(doraIri);
    expect(await page(alice, `${GUILD}/kinds/snag`)).toContain('The belt slips on wet days.');
    const mine = await write(alice, { text: 'Line 4 is loud.', kind: 'workingoutloud', welcome: 'help' });
    await until('it came to south', async () => south.house.posts.byIri((await postOf(mine)).iri));
    const there = await page(dora, `${THERE()}/kinds/workingoutloud?which=open`);
    expect(there).toContain('Line 4 is loud.');
    expect(there).not.toContain('#HelpWelcome');
    await alice.submit(`${mine}/close-invitation`, {});
    await until('south has heard of it', async () => {
      await Promise.all([north.settle(), south.settle()]);
      return !(await page(dora, `${THERE()}/kinds/workingoutloud?which=open`)).includes('Line 4 is loud.');
    });
  });
});

describe('what came of it', () => {
  it('row 10: “I tried this” says where and what happened, and the original names every trial', async () => {
    const idea = await write(alice, { title: 'Warm the head first', text: 'It stops the drift.' });
    const form = await page(bob, `${idea}?to=${keyOf(idea)}&as=triedit`);
    expect(form).toContain('You tried what alice wrote');
    const trial = { inReplyTo: keyOf(idea), kind: 'triedit', where: 'night shift, line 4', text: 'Eleven Mondays.' };
    const his = await write(bob, { ...trial, outcome: 'works' });
    const hers = await write(dora, { ...trial, where: 'line 1', text: 'No change.', outcome: 'doesnotwork' }, THERE());
    await until('dora’s trial came', () => north.house.posts.byKey(keyOf(hers)));
    await north.settle();
    const original = articleOf(await page(alice, idea), keyOf(idea));
    const backlinks = [...original.matchAll(/<li><a href="[^"]*?([\w-]{16})">(\w+)<\/a>.*?<b>(.*?)<\/b>/g)];
    expect(backlinks.map(([, key, name, came]) => [key, name, came])).toEqual([
      [keyOf(his), 'bob', 'It works'],
      [keyOf(hers), 'dora', 'It does not work'],
    ]);
    expect(articleOf(await page(alice, his), keyOf(his))).toContain('night shift, line 4');
    expect(await page(alice, `${GUILD}/kinds/triedit`)).toContain('Eleven Mondays.');
  });

  it('row 13: a thread is linked to as what worked and what did not, found from both ends', async () => {
    const session = await postOf(await write(alice, { text: 'Knots.', title: 'Knots', kind: 'learningsession' }));
    const [held, slipped] = [
      await postOf(await write(bob, { text: 'The bowline held.', kind: 'works' })),
      await postOf(await write(bob, { text: 'The reef knot slipped.', kind: 'doesnotwork' })),
    ];
    const said = { to: session.iri, by: held.author, at: held.receivedAt };
    await north.house.relations.add({ ...said, from: held.iri, kind: 'worked' });
    await north.house.relations.add({ ...said, from: slipped.iri, kind: 'did-not-work' });
    const found = await north.house.relations.to([session.iri], ['worked', 'did-not-work']);
    expect(found.map(({ from, kind }) => [from, kind]).sort()).toEqual(
      [
        [held.iri, 'worked'],
        [slipped.iri, 'did-not-work'],
      ].sort(),
    );
    expect(await north.house.relations.from([held.iri])).toMatchObject([{ to: session.iri, kind: 'worked' }]);
  });

  it('row 41: a correction stands above, what others suggest only when the author takes it over', async () => {
    const wrong = await write(alice, { title: 'Torque', text: 'Tighten to 40 Nm.' });
    const suggestion = await write(bob, { inReplyTo: keyOf(wrong), kind: 'correction', text: 'It is 14 Nm.' });
    /** What of the post stands above its text, from its first correction on. */
    const above = async (by: Visitor) =>
      /role="group".*(?=Tighten)/s.exec(articleOf(await page(by, wrong), keyOf(wrong)))?.[0];
    expect(await above(alice)).toBeUndefined();
    const take = { correction: keyOf(suggestion), takes: 'yes' };
    await bob.submit(`${wrong}/correction`, take);
    expect(await above(alice)).toBeUndefined();
    expect(articleOf(await page(alice, wrong), keyOf(suggestion))).toContain('Put it above my post');
    await alice.submit(`${wrong}/correction`, take);
    expect(await above(new Visitor(north))).toContain('It is 14 Nm.');
    await alice.submit(`${wrong}/correction`, { ...take, takes: 'no' });
    expect(await above(alice)).toBeUndefined();
    // Her own stands there at once; a list shows it as well.
    await write(alice, { inReplyTo: keyOf(wrong), kind: 'correction', text: 'Sorry: 14 Nm, dry.' });
    expect(await above(alice)).toContain('Sorry: 14 Nm, dry.');
    expect(articleOf(await page(bob, GUILD), keyOf(wrong))).toContain('Sorry: 14 Nm, dry.');
  });

  it('row 41: a later post is named above the one it supersedes', async () => {
    const old = await write(alice, { title: 'Sheet 2025', text: 'The old sheet.' });
    const later = await write(bob, { title: 'Sheet 2026', text: 'The new sheet.' });
    expect((await bob.get(`${old}/supersede`)).status).toBe(404);
    expect((await alice.submit(`${later}/supersede`, { later: old })).status).not.toBe(303);
    expect((await alice.submit(`${old}/supersede`, { later: `${north.origin}/nowhere` })).status).toBe(422);
    await alice.submit(`${old}/supersede`, { later: `${north.origin}${later}` });
    expect(articleOf(await page(bob, old), keyOf(old))).toMatch(
      new RegExp(`Superseded</b> on .* by <a href="${later}">Sheet 2026</a>`),
    );
    await alice.submit(`${old}/supersede`, { later: '' });
    expect(await page(bob, old)).not.toContain('Superseded');
  });

  it('row 41: what was changed can be read, word by word', async () => {
    const post = await write(alice, { title: 'Torque, again', text: 'Tighten to 40 Nm, slowly.', kind: 'works' });
    await alice.submit(`${post}/edit`, { title: 'Torque, again', text: 'Tighten to 14 Nm, slowly.' });
    await north.settle();
    expect((await postOf(post)).details?.hashtags).toEqual(['Works']);
    expect(articleOf(await page(bob, post), keyOf(post))).toContain(`href="${post}/history"`);
    const history = await page(new Visitor(north), `${post}/history`);
    const plain = history.replaceAll(/<span class="heard".*?<\/span>/g, '');
    expect(plain).toContain('Tighten to <del>40</del> <ins>14</ins> Nm, slowly.');
    expect(history).toContain('taken out:');
  });
});

describe('threads', () => {
  it('row 25: a part becomes a thread of its own and goes back, and old links keep working', async () => {
    const root = await write(alice, { title: 'Everything', text: 'All of it.' });
    const aside = await write(bob, { inReplyTo: keyOf(root), text: 'By the way: parking.' });
    const more = await write(alice, { inReplyTo: keyOf(aside), text: 'Parking, yes.' });
    const stays = await write(bob, { inReplyTo: keyOf(root), text: 'To the point.' });
    const asides = `${GUILD}/threads/${keyOf(aside)}`;
    // Bob did not open the thread; alice did.
    expect((await bob.submit(`${asides}/move`, { title: 'Parking' })).status).not.toBe(303);
    expect((await alice.submit(`${asides}/move`, { title: '' })).status).toBe(422);
    expect((await alice.submit(`${asides}/move`, { title: 'Parking' })).status).toBe(303);
    await north.settle();
    const [old, apart] = [await page(bob, root), await page(bob, asides)];
    expect(apart).toContain('<h1><span dir="auto">Parking</span></h1>');
    expect(apart).toContain('Parking, yes.');
    expect(old).not.toContain('Parking, yes.');
    expect(old).toContain('To the point.');
    // Where the part stood, the old page says where it went, also by the reply’s own old place.
    expect(old).toContain(`id="p-${keyOf(aside)}"`);
    expect(old).toContain(`<a href="${asides}">Parking</a>`);
    expect(String((await bob.get(`${GUILD}/threads/${keyOf(more)}`)).headers.location)).toBe(
      `${asides}#p-${keyOf(more)}`,
    );
    expect(await page(bob, `${GUILD}/record`)).toContain('a thread of its own: “Parking”');
    expect(articleOf(await page(bob, GUILD), keyOf(aside))).toContain('Parking');
    // Put back, it stands where it was.
    expect((await alice.submit(`${asides}/move`, { into: `${north.origin}${root}` })).status).toBe(303);
    await north.settle();
    const whole = await page(bob, root);
    const order = ['All of it.', 'By the way: parking.', 'Parking, yes.', 'To the point.'].map((text) =>
      whole.indexOf(text),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(whole).not.toContain('went to a thread of its own');
    expect(String((await bob.get(asides)).headers.location)).toBe(`${root}#p-${keyOf(aside)}`);
    expect(String((await bob.get(`${GUILD}/threads/${keyOf(stays)}`)).headers.location)).toBe(
      `${root}#p-${keyOf(stays)}`,
    );
  });

  it('row 29: every post has its own address, a thread has a title, and who sees it is said before it is sent', async () => {
    const root = await write(bob, { title: 'Brushes', text: 'Which ones?' });
    const reply = await write(alice, { inReplyTo: keyOf(root), text: 'The stiff ones.' });
    const [thread, form] = [await page(bob, root), await page(bob, `${GUILD}/write`)];
    expect(thread).toContain('<h1><span dir="auto">Brushes</span></h1>');
    for (const key of [keyOf(root), keyOf(reply)]) {
      expect((await bob.get(`${GUILD}/threads/${key}`)).status).toBeLessThan(400);
      expect(articleOf(thread, key)).toMatch(/<a class="when" href="[^"]+">/);
    }
    expect(thread).toContain('class="who-sees"');
    expect(form.indexOf('class="who-sees"')).toBeLessThan(form.indexOf('name="text"'));
    for (const path of ['/chat', '/messages', `${GUILD}/chat`, `${GUILD}/rooms`]) {
      expect((await bob.get(path)).status).toBe(404);
    }
  });

  it('row 38: a question to those who lead is there for everybody at once, with nobody in between', async () => {
    const asked = await write(dora, { title: 'To alice', text: '@alice why was the night shift cut?' }, THERE());
    const post = await until('the question came', () => north.house.posts.byKey(keyOf(asked)));
    expect(post.standing).toEqual({ state: 'visible' });
    const anybody = await page(new Visitor(north), `${GUILD}/threads/${postKey(post.iri)}`);
    expect(anybody).toContain('why was the night shift cut?');
  });
});
