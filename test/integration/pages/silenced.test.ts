import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import { activity, note } from '../../support/attacker.ts';
import { must } from '../../support/people.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { takenIn } from '../../support/taken-in.ts';
import { beginStory, joinFromAfar, type Story } from '../../support/whole-story.ts';

const home = '/communities/guild';
const list = '/you/silenced';

let story: Story;
let south: RemoteOrigin;
let thread: string;

/** Emil opened a thread and dora of the south answered; ana and ben read. */
beforeAll(async () => {
  [story, south] = await Promise.all([beginStory(['ana', 'ben', 'emil']), startRemoteOrigin('south')]);
  const dora = await joinFromAfar(story, south, 'dora');
  const publish = story.server.actions.publishPost;
  const opening = { author: story.person('emil'), community: story.guild, title: 'Oil', text: 'Which oil is best?' };
  const { iri } = must(await publish(opening));
  must(
    await publish({ author: story.person('emil'), community: story.guild, title: 'Tea', text: 'Which tea is best?' }),
  );
  must(await publish({ author: story.person('ben'), community: story.guild, inReplyTo: iri, text: 'The thin one.' }));
  const answer = { ...note(dora, story.guild, '<p>The thick one.</p>'), inReplyTo: iri };
  south.publish(answer);
  await takenIn(story.server, [activity('Create', dora, answer, { to: answer.to })]);
  await story.server.settle();
  thread = `${home}/threads/${postKey(iri)}`;
});
afterAll(async () => {
  await Promise.all([story?.server.stop(), south?.close()]);
});

it('ana mutes emil on his page: his threads are gone from her lists, and from nobody else’s', async () => {
  expect(await story.sees('ana', home)).toContain('Which tea is best?');
  expect(await story.sends('ana', '/people/emil/silence', { do: 'mute' })).toContain('You have muted');
  for (const path of [home, '/']) {
    expect(await story.sees('ana', path)).not.toContain('Which tea is best?');
    expect(await story.sees('ben', path)).toContain('Which tea is best?');
  }
  expect(await story.sees('emil', '/notices')).not.toContain('ana');
});

it('what a link leads to is shown, whoever wrote it; who answers stands there', async () => {
  const text = await story.sees('ana', thread);
  for (const part of ['Which oil is best?', 'The thin one.', 'The thick one.']) expect(text).toContain(part);
});

it('she leaves out a whole server: its people are gone from threads too', async () => {
  expect(await story.sends('ana', list, { do: 'domain', domain: 'not a name' })).toContain(
    'Write it like north.example.',
  );
  expect(await story.sends('ana', list, { do: 'domain', domain: story.server.house.addresses.host })).toContain(
    'This is your own server.',
  );
  expect(await story.sends('ana', list, { do: 'domain', domain: south.host })).toContain(south.host);
  const text = await story.sees('ana', thread);
  expect(text).toContain('The thin one.');
  expect(text).not.toContain('The thick one.');
});

it('she blocks ben as well; the list says whom, to her alone, and undoes it', async () => {
  expect(await story.sends('ana', '/people/ben/silence', { do: 'block' })).toContain('You have blocked');
  expect(await story.sees('ana', thread)).not.toContain('The thin one.');
  const own = await story.sees('ana', list);
  for (const part of ['@emil', '@ben', south.host]) expect(own).toContain(part);
  expect(await story.sees('ben', list)).not.toContain('@emil');
  const { server } = story;
  await story.sends('ana', list, { do: 'unmute', subject: story.person('emil') });
  await story.sends('ana', list, { do: 'undomain', subject: south.host });
  expect(await story.sends('ana', '/people/ben/silence', { do: 'hear' })).toContain('Leave out what');
  expect(await server.house.marks.of(story.person('ana'), ['mute', 'block', 'domain'])).toEqual([]);
  expect(await story.sees('ana', thread)).toContain('The thick one.');
  expect(await story.sees('ana', home)).toContain('Which tea is best?');
});

it('nobody mutes herself, or does it without being signed in', async () => {
  expect(await story.sends('ana', '/people/ana/silence', { do: 'mute' })).toContain('You cannot mute yourself.');
  expect(await story.sees('ana', '/people/ana')).not.toContain('Leave out what');
});
