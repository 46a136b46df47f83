import { postNumber } from '../../../server/community/numbers.ts';
import type { Post } from '../../../server/community/post.ts';
import { ApiClient, appOf, registerApp } from '../api-client.ts';
import { sent } from '../pictures.ts';
import { Stage } from '../stage.ts';
import { DAY, openVote } from '../voting-stage.ts';
import type { World } from './endpoint.ts';

/** A guild in which something has happened of everything that an app can ask for. */
export async function openWorld(): Promise<World> {
  const stage = await Stage.open({ host: 'localhost', env: { API_LIMIT: '1000000' } });
  await stage.forward(31 * DAY);
  const vote = await openVote(stage, 'Links wait', [stage.person('bob'), stage.person('carol')]);
  const poll = postNumber((await stage.house.posts.byIri(vote.question)) as Post);
  const [alice, bob] = await Promise.all([appOf(stage.server, 'alice'), appOf(stage.server, 'bob')]);
  const number = async (acct: string) => (await alice.get(`/api/v1/accounts/lookup?acct=${acct}`)).json.id as string;
  const account = {
    alice: await number('alice'),
    bob: await number('bob'),
    carol: await number('carol'),
    guild: await number('guild'),
  };
  const write: World['write'] = async (status = '@guild one more', more = {}) => {
    const written = await alice.post('/api/v1/statuses', { status, ...more });
    if (written.status !== 200) throw new Error(written.text);
    return written.json;
  };
  const photo = await sent(alice, { description: 'a roof, half done', focus: '0.5,-0.2' });
  const said = { media_ids: [photo.id], spoiler_text: 'work', sensitive: true, language: 'en' };
  const post = await write('@guild the plans for the #roofs', said);
  await write('@guild more about #roofs');
  const { json: answer } = await bob.post('/api/v1/statuses', { status: 'a fine roof', in_reply_to_id: post.id });
  for (const what of ['favourite', 'reblog']) await bob.post(`/api/v1/statuses/${post.id}/${what}`);
  for (const app of [alice, bob]) {
    const other = app === alice ? account.bob : account.alice;
    await app.post(`/api/v1/accounts/${other}/follow`);
  }
  const { json: list } = await alice.post('/api/v1/lists', { title: 'Kept' });
  await alice.post(`/api/v1/lists/${list.id}/accounts`, { account_ids: [account.bob, account.guild] });
  await stage.quiet();
  const app = await registerApp(stage.server);
  const given = { grant_type: 'client_credentials', ...app, scope: 'read write follow' };
  const appToken = (await new ApiClient(stage.server).form('/oauth/token', given)).json.access_token as string;
  return { stage, alice, bob, appToken, account, post, answer, poll, write };
}
