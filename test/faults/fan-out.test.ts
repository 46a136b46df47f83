import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Followers, manyFollowers } from '../support/followers.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

const HOSTS = 20;
const ON_EACH = 10;

let stage: Stage;
let followers: Followers;

beforeAll(async () => {
  stage = await Stage.open({ ownEngine: true });
  followers = await manyFollowers(stage, HOSTS, ON_EACH);
});
afterAll(async () => {
  await Promise.all([stage, followers].map((one) => one?.close()));
});

/** What reached an inbox of the post: the ids of the activities, each as often as it came. */
function arrivedOf(words: string, { actor, origin }: Followers['all'][number]): readonly string[] {
  return origin
    .delivered(actor)
    .filter((activity) => activity.type === 'Announce' && JSON.stringify(activity).includes(words))
    .map(({ id }) => String(id));
}

it('kill -9 in the middle of a fan-out to 200 inboxes loses nobody', async () => {
  const alice = await stage.visitor('alice');
  const before = followers.arrived();
  const sent = await alice.submit('/communities/guild/posts', { title: 'To everybody', text: 'Words for two hundred' });
  expect(sent.status).toBe(303);
  await until('a quarter of it has arrived', () => followers.arrived() - before >= 50);
  await stage.kill();
  const atTheKill = followers.all.filter((one) => arrivedOf('Words for two hundred', one).length > 0).length;
  expect(atTheKill).toBeGreaterThan(0);
  expect(atTheKill).toBeLessThan(HOSTS * ON_EACH);

  await stage.restart();
  const ids = () => followers.all.map((one) => new Set(arrivedOf('Words for two hundred', one)));
  await until('everybody has it', () => ids().every(({ size }) => size > 0), 100_000);
  const [first] = ids();
  for (const one of ids()) expect(one).toEqual(first);
  expect(first?.size).toBe(1);
  expect(await stage.db.collection('posts').countDocuments({ title: 'To everybody' })).toBe(1);
  expect(await stage.db.collection('deliveries').countDocuments({ deadAt: { $exists: true } })).toBe(0);
});
