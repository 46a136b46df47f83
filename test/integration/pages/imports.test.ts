import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LARGEST_FILE, MOST_LINES } from '../../../server/community/imports/kinds.ts';
import type { MongoStores } from '../../../server/stores/index.ts';
import type { Answered } from '../../support/http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

/** Lists brought from another server and taken along from here, by the pages alone, without a script. */

let stage: Stage;
let south: RemoteOrigin;
let ana: RemoteActor;
let alice: Visitor;
let bob: Visitor;

beforeAll(async () => {
  [stage, south] = await Promise.all([Stage.open(), startRemoteOrigin('south')]);
  ana = await south.actor('ana');
  south.serve(`/.well-known/webfinger?resource=${encodeURIComponent(`acct:ana@${south.host}`)}`, {
    type: 'application/jrd+json',
    body: { links: [{ rel: 'self', type: 'application/activity+json', href: ana.iri }] },
  });
  [alice, bob] = [new Visitor(stage.server), new Visitor(stage.server)];
  await Promise.all([alice.signIn('alice'), bob.signIn('bob')]);
});
afterAll(async () => {
  await south.close();
  await stage.close();
});

const here = () => stage.house.addresses.host;
const BOUNDARY = 'a-line-that-is-in-no-file';

/** The form as a browser sends it. */
function bring(who: Visitor, kind: string, file: string | Uint8Array, mode = 'merge', headers = {}): Promise<Answered> {
  const part = (name: string, value: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${part('kind', kind)}${part('mode', mode)}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="../../x.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(file as string), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return who.submit('/you/import', body, { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers });
}

/** Where the file lies that was just brought. */
async function brought(who: Visitor, kind: string, file: string | Uint8Array, mode = 'merge'): Promise<string> {
  const answer = await bring(who, kind, file, mode);
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text.slice(-1500)}`);
  return String(answer.headers.location);
}

const textOf = async (who: Visitor, path: string) => (await who.get(path)).text.replaceAll(/<[^>]+>/g, '');

/** Says yes, and waits until it is done; the page as it is then. */
async function carriedOut(who: Visitor, path: string): Promise<string> {
  expect((await who.submit(`${path}/start`, {})).status).toBe(303);
  return until('the file is carried out', async () => {
    const page = await textOf(who, path);
    return page.includes('lines were gone through') ? page : undefined;
  });
}

const exported = async (who: Visitor, kind: string) => (await who.get(`/you/export/${kind}.csv`)).text;

describe('a file of people one follows', () => {
  it('is shown before anything happens, then carried out, with what could not be done line by line', async () => {
    const file = `Account address,Show boosts\nbob@${here()},true\nana@${south.host},true\nnobody@${here()},true\nghost@${south.host},true\nnot an account,true\nguild@${here()},true\n`;
    const path = await brought(alice, 'follows', file);
    const preview = await textOf(alice, path);
    expect(preview).toContain('4 are added.');
    expect(preview).toContain('1 you have already.');
    expect(preview).toContain('1 lines cannot be read');
    expect(preview).toContain('Line 6: “not an account” is not an account.');
    expect(await stage.house.follows.peopleFollowedBy(stage.person('alice'))).toEqual([]);
    const page = await carriedOut(alice, path);
    expect(page).toContain(`Line 4: nobody@${here()}: there is nobody of this name here.`);
    expect(page).toContain(`Line 5: ghost@${south.host}: That server does not know this name.`);
    const followed = await stage.house.follows.peopleFollowedBy(stage.person('alice'));
    expect(followed.map(({ target, state }) => [target, state]).sort()).toEqual(
      [
        [stage.person('bob'), 'accepted'],
        [ana.iri, 'requested'],
      ].sort(),
    );
    // Nobody else sees it, or does anything with it.
    expect((await bob.get(path)).status).toBe(404);
    expect((await bob.submit(`${path}/start`, {})).headers.location).toBe('/you/import');
    await bob.submit(`${path}/drop`, {});
    expect((await alice.get(path)).status).toBe(200);
    expect((await new Visitor(stage.server).get(path)).status).toBe(303);
  });

  it('replaces what one has where one wants that, and ends no membership', async () => {
    const path = await brought(alice, 'follows', `carol@${here()}\n`, 'overwrite');
    expect(await textOf(alice, path)).toMatch(new RegExp(`2 are taken away: .*bob@${here()}`));
    await carriedOut(alice, path);
    const followed = await stage.house.follows.peopleFollowedBy(stage.person('alice'));
    expect(followed.map(({ target }) => target)).toEqual([stage.person('carol')]);
    expect(await stage.house.follows.communitiesOf(stage.person('alice'))).toMatchObject([{ state: 'accepted' }]);
    expect(await exported(alice, 'follows')).toBe(
      `Account address,Show boosts,Notify on new posts,Languages\ncarol@${here()},true,false,\nguild@${here()},true,false,\n`,
    );
  });
});

describe('the other lists', () => {
  it('are brought in, and taken along again as they were', async () => {
    const post = await stage.actions.publishPost({
      author: stage.person('bob'),
      community: stage.guild,
      text: 'Something to keep',
      audience: 'public',
    } as never);
    if (!post.ok) throw new Error(post.refusal.text);
    await stage.quiet();
    const files = {
      blocks: `ana@${south.host}\n`,
      mutes: `Account address,Hide notifications\ncarol@${here()},false\nana@${south.host},true\n`,
      domains: 'spam.example\n[2001:db8::1]\n',
      bookmarks: `${(post.value as { iri: string }).iri}\n`,
      lists: `"'=HYPERLINK(""x"")",bob@${here()}\nFriends,carol@${here()}\nFriends,guild@${here()}\n`,
    };
    for (const [kind, file] of Object.entries(files)) {
      const page = await carriedOut(alice, await brought(alice, kind, file));
      expect([kind, page]).toEqual([kind, expect.not.stringContaining('What could not be done')]);
      const lines = (text: string) => text.split('\n').sort();
      expect([kind, lines(await exported(alice, kind))]).toEqual([kind, lines(file)]);
    }
    const [formula] = await stage.house.ownLists.of(stage.person('alice'));
    expect(formula?.content.title).toBe('=HYPERLINK("x")');
    // The same again changes nothing.
    const again = await brought(alice, 'lists', files.lists);
    expect(await textOf(alice, again)).toContain('3 you have already.');
    await carriedOut(alice, again);
    expect(await stage.house.ownLists.of(stage.person('alice'))).toHaveLength(2);
    // And in the place of them, something else.
    await carriedOut(alice, await brought(alice, 'lists', `Work,bob@${here()}\n`, 'overwrite'));
    expect((await stage.house.ownLists.of(stage.person('alice'))).map(({ content }) => content.title)).toEqual([
      'Work',
    ]);
    await carriedOut(alice, await brought(alice, 'domains', 'other.example\n', 'overwrite'));
    expect(await exported(alice, 'domains')).toBe('other.example\n');
  });
});

describe('a file that is carried out', () => {
  it('goes on after a restart where it was, and stops when its owner says so', async () => {
    const accounts = Array.from({ length: 400 }, (_, nth) => `nobody${nth}@${here()}`);
    const path = await brought(bob, 'mutes', [`carol@${here()}`, ...accounts, `alice@${here()}`].join('\n'));
    expect((await bob.submit(`${path}/start`, {})).status).toBe(303);
    await until('it has begun', async () => /[1-9]\d* of 402 lines|gone through/.test(await textOf(bob, path)));
    await stage.kill();
    await stage.restart();
    // As a server does that is alone on its database; others wait for the end of the lease.
    await (stage.house as unknown as MongoStores).freeClaims();
    const id = path.split('/').at(-1) as string;
    const run = () => stage.house.imports.get(stage.person('bob'), id);
    await until('it is done', async () => (await run())?.state === 'done', 60_000);
    expect(await run()).toMatchObject({ done: 402, faultCount: 400 });
    expect((await run())?.faults).toHaveLength(200);
    const muted = await stage.house.marks.of(stage.person('bob'), ['mute']);
    expect(muted.map(({ subject }) => subject).sort()).toEqual([stage.person('alice'), stage.person('carol')]);
    // What stands in it is sealed.
    expect(JSON.stringify(await stage.db.collection('imports').find().toArray())).not.toContain('nobody7');
    bob = new Visitor(stage.server);
    await bob.signIn('bob');
    expect(await textOf(bob, path)).toContain('And 200 more lines.');
    const other = await brought(bob, 'domains', 'x.example\n');
    await bob.submit(`${other}/drop`, {});
    expect((await bob.get(other)).status).toBe(404);
    expect((await bob.submit(`${other}/start`, {})).headers.location).toBe('/you/import');
  }, 90_000);
});

describe('files that nobody should send', () => {
  it('are refused with a sentence, and leave nothing', async () => {
    const before = await stage.db.collection('imports').countDocuments();
    const cases: readonly [string | Uint8Array, RegExp, string?][] = [
      ['', /nothing in this file/i],
      ['x@y.example\n'.repeat(100_000), new RegExp(`${MOST_LINES} lines at most`)],
      [Buffer.alloc(LARGEST_FILE + 1, 'a'), /larger than 4 MB/],
      [Buffer.from('b\u00f6b@x.example', 'latin1'), /UTF-8/],
      [Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2]), /no text file/],
      ['a@x.example', /what the file holds/, 'passwords'],
    ];
    for (const [file, words, kind = 'blocks'] of cases) {
      const answer = await bring(bob, kind, file);
      expect([answer.status, answer.text]).toEqual([422, expect.stringMatching(words)]);
    }
    expect((await bring(bob, 'blocks', 'a@x.example', 'perhaps')).text).toMatch(/what becomes of/i);
    expect(await stage.db.collection('imports').countDocuments()).toBe(before);
    // From nobody, and from another page.
    expect((await bring(new Visitor(stage.server), 'blocks', 'a@x.example')).status).toBe(401);
    expect((await bring(bob, 'blocks', 'a@x.example', 'merge', { Origin: 'https://evil.example' })).status).toBe(403);
    const broken = await bob.submit('/you/import', 'no such parts', { 'Content-Type': 'multipart/form-data' });
    expect(broken.status).toBe(400);
    expect((await bob.get('/you/export/passwords.csv')).status).toBe(404);
  });

  it('show as text whatever stands in them', async () => {
    const path = await brought(bob, 'lists', `<script>alert(1)</script>,<b>@x\nA,alice@${here()}`);
    const { text } = await bob.get(path);
    expect(text).toContain('&lt;b&gt;@x');
    expect(text).not.toContain('<b>@x');
  });
});
