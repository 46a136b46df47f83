import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postNumber } from '../../../server/community/numbers.ts';
import type { Post } from '../../../server/community/post.ts';
import { picture } from '../../support/pictures.ts';
import { Stage } from '../../support/stage.ts';
import { Toot, tootRuns } from '../../support/toot.ts';
import { Visitor } from '../../support/visitor.ts';
import { DAY, openVote } from '../../support/voting-stage.ts';

/** Debian's terminal client, as it is, against the running server, by TLS. */
const story = tootRuns() ? describe : describe.skip;

let stage: Stage;
let alice: Toot;
let bob: Toot;
/** What alice's client said when she signed in. */
let signingIn: string;

const hostOf = ({ origin }: { readonly origin: string }): string => new URL(origin).host;

/** The page that toot's address leads to, and the code on the page after it. */
async function allow(name: string, address: URL): Promise<string> {
  const visitor = new Visitor(stage.server);
  await visitor.signIn(name);
  const page = await visitor.get(address.pathname + address.search);
  if (page.status !== 200 || !page.text.includes('toot')) throw new Error(`no page: ${page.status} ${page.text}`);
  const fields = Object.fromEntries(address.searchParams);
  const answer = await visitor.submit('/oauth/authorize', { ...fields, decision: 'allow' });
  const code = /<code[^>]*>([^<]+)<\/code>/.exec(answer.text)?.[1];
  if (code === undefined) throw new Error(`no code: ${answer.status} ${answer.text}`);
  return code;
}

/** Where toot stands in its output: the post that holds some words, and its number. */
function idOf(printed: string, words: string): string {
  const block = printed.split(/^─+$/m).find((part) => part.includes(words));
  const id = /ID (\d+)/.exec(block ?? '')?.[1];
  if (id === undefined) throw new Error(`“${words}” is not in:\n${printed}`);
  return id;
}

const home = (toot: Toot): Promise<string> => toot.run('timeline', '--once');

story('people at a terminal', () => {
  beforeAll(async () => {
    stage = await Stage.open({ host: 'localhost', https: true });
    await stage.settle('eve', { join: false });
    [alice, bob] = await Promise.all([Toot.open(stage.server), Toot.open(stage.server)]);
    signingIn = await alice.signIn(hostOf(stage), (address) => allow('alice', address));
    await bob.signIn(hostOf(stage), (address) => allow('bob', address));
  });
  afterAll(async () => {
    await Promise.all([alice?.close(), bob?.close()]);
    await stage?.close();
  });

  it('sign in by a code that a page shows', async () => {
    expect(signingIn).toContain('Found instance Guild running Mastodon version 4.3.0 (compatible; Folkmoot');
    expect(signingIn).toContain('Successfully logged in');
    expect(await alice.run('whoami')).toMatch(/^@alice alice/);
    expect(await alice.run('auth')).toContain(`alice@${hostOf(stage)} ACTIVE`);
    expect(await alice.run('instance')).toContain('Trade.');
  });

  it('write into the community, and are answered there', async () => {
    expect(await alice.run('post', '@guild who has the *plans*?')).toMatch(/Toot posted: http/);
    const id = idOf(await home(bob), 'who has the plans?');
    await bob.run('post', '--reply-to', id, 'I do');
    const thread = await alice.run('thread', id);
    expect(thread.indexOf('who has the plans?')).toBeLessThan(thread.indexOf('I do'));
    expect(thread).toContain(`In reply to ${id}`);
    const told = await alice.run('notifications');
    expect(told).toContain('bob @bob mentioned you in');
  });

  it('like a post, and take that back; its author is told who it was', async () => {
    await alice.run('post', '@guild the roof is done');
    const id = idOf(await home(bob), 'the roof is done');
    expect(await bob.run('favourite', id)).toContain('Status favourited');
    expect(await alice.run('notifications')).toContain('bob @bob favourited your status');
    expect(await bob.run('unfavourite', id)).toContain('Status unfavourited');
    expect(await alice.run('notifications')).not.toContain('favourited');
  });

  it('pass a post on, and take that back', async () => {
    await alice.run('post', '@guild the well is clean');
    const id = idOf(await home(bob), 'the well is clean');
    expect(await bob.run('reblog', id)).toContain('Status reblogged');
    expect(await alice.run('notifications')).toContain('bob @bob reblogged your status');
    expect(await bob.run('unreblog', id)).toContain('Status unreblogged');
    expect(await alice.run('notifications')).not.toContain('reblogged');
  });

  it('delete what they wrote', async () => {
    await alice.run('post', '@guild a mistake');
    const id = idOf(await home(alice), 'a mistake');
    expect(await alice.run('delete', id)).toContain('Status deleted');
    expect(await home(bob)).not.toContain('a mistake');
  });

  it('find a community, leave it, and join it', async () => {
    expect(await bob.run('search', 'guild')).toContain('* @guild Guild');
    expect(await bob.run('unfollow', 'guild')).toContain('no longer following');
    expect((await stage.house.follows.get(stage.person('bob'), stage.guild))?.state).toBe('ended');
    expect(await bob.run('follow', '@guild')).toContain('now following');
    expect((await stage.house.follows.get(stage.person('bob'), stage.guild))?.state).toBe('accepted');
    expect(await bob.run('following', 'bob')).toContain('@guild');
  });

  it('follow people, who are told; nobody else learns of it', async () => {
    expect(await bob.run('follow', 'alice')).toContain('now following');
    expect(await alice.run('notifications')).toContain('bob @bob now follows you');
    expect(await bob.run('following', 'bob')).toContain('@alice');
    expect(await alice.run('following', 'bob')).not.toContain('@alice');
    await alice.run('post', 'a walk by the river');
    expect(await home(bob)).toContain('a walk by the river');
    expect(await bob.run('unfollow', 'alice')).toContain('no longer following');
    expect(await home(bob)).not.toContain('a walk by the river');
  });

  it('see proposals as polls, without a count before the close', async () => {
    await stage.forward(31 * DAY);
    const { question } = await openVote(stage, 'At most one link a day', [stage.person('bob'), stage.person('carol')]);
    const id = postNumber((await stage.house.posts.byIri(question)) as Post);
    const shown = await bob.run('thread', id);
    expect(shown).toContain('At most one link a day');
    expect(shown).toMatch(/Yes.* - 0%/);
    expect(shown).toContain('Poll · 0 votes');
  });

  it('keep things for themselves: posts, hashtags, whom they do not want to read; and show a picture', async () => {
    const file = path.join(stage.server.dataDir, 'roof.jpg');
    await writeFile(file, await picture().jpeg().toBuffer());
    await alice.run('post', '--media', file, '--description', 'a roof', '--spoiler-text', 'work', '@guild the #roofs');
    const printed = await home(bob);
    const id = idOf(printed, 'the #roofs');
    expect(printed).toContain(`${stage.origin}/media/`);
    expect(await bob.run('bookmark', id)).toContain('Status bookmarked');
    expect(await bob.run('bookmarks', '--once')).toContain('the #roofs');
    expect(await bob.run('tags_follow', 'roofs')).toContain('following #roofs');
    expect(await bob.run('tags_followed')).toContain('/tags/roofs');
    expect(await bob.run('mute', 'carol')).toContain('muted');
    expect(await bob.run('unmute', 'carol')).toContain('no longer muted');
    expect(await alice.run('pin', id)).toContain('Status pinned');
    expect(await bob.run('whois', 'alice')).toContain('@alice');
  });

  it('put away what they were told', async () => {
    expect(await alice.run('notifications')).not.toContain('No notification');
    expect(await alice.run('notifications', '--clear')).toContain('Cleared');
    expect(await alice.run('notifications')).toContain('No notification');
    await bob.run('post', '@guild @alice are you there?');
    expect(await alice.run('notifications', '--mentions')).toContain('are you there?');
  });

  it('are told in a sentence why something cannot be done', async () => {
    await expect(alice.run('post', '--visibility', 'private', 'to my followers')).rejects.toThrow(/followers only/);
    await expect(alice.run('thread', '1')).rejects.toThrow(/Record not found/);
  });
});
