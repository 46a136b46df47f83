import { until } from '../../support/wait.ts';
import { check } from '../narrator.ts';
import { PASSWORD, type World } from '../world.ts';

/** 2: a community is founded; a colleague, a partner and a customer join it, each from where they are. */
export async function foundAndJoin(world: World): Promise<void> {
  const { north, south, elsewhere, guild, tell } = world;
  tell.chapter(2, 'guild@north is founded; three people join from three servers');

  const ana = world.visitor('ana', north);
  await found(world, 'ana', north, {
    community: 'guild',
    title: 'Machine makers’ guild',
    purpose: 'For everyone who builds, runs or mends the lines.',
  });
  tell.saw('ana founded guild@north by the one-time link, with the default charter');

  const invited = await ana.post('/you/invitations', {});
  const link = /\/invitations\/[\w-]+/.exec(invited.text)?.[0];
  check(link, 'the page shows a link to pass on');
  const ben = world.visitor('ben', north);
  await ben.post(link, { username: 'ben', password: PASSWORD });
  await ben.post(`${guild.path}/join`, {});
  check((await ben.get(guild.path)).text.includes('/communities/guild/leave'), 'ben is a member');
  tell.saw('ben, a colleague, signed up on north’s pages with ana’s invitation and joined');

  await found(world, 'petra', south, { community: 'club', title: 'South’s own club', purpose: 'A place of our own.' });
  const petra = world.visitor('petra', south);
  const page = await petra.post('/communities/lookup', { address: guild.handle });
  check(page.text.includes('Machine makers’ guild'), 'south shows the guild');
  await petra.post(`${guild.pathFromSouth}/join`, {});
  await until('petra is taken in', async () => (await petra.get(guild.pathFromSouth)).text.includes('/leave"'));
  tell.saw(`petra, a partner, joined ${guild.handle} from south’s pages: Follow there, Accept back`);

  await elsewhere.follow('carol', guild.iri);
  await elsewhere.until(
    async () => (await elsewhere.following('carol')).some((one) => JSON.stringify(one).includes('accepted')),
    'carol is taken in',
  );
  tell.saw('carol, a customer, followed the guild from elsewhere: signed Follow, Accept back');
}

/** Uses a server's one-time link. */
export async function found(
  world: World,
  who: string,
  at: World['north'],
  community: { readonly community: string; readonly title: string; readonly purpose: string },
): Promise<void> {
  const link = at.foundingLink();
  check(link, 'the server printed its founding link');
  const page = await world
    .visitor(who, at)
    .post(new URL(link).pathname, { username: who, password: PASSWORD, ...community });
  check(
    page.status === 200 && page.text.includes(community.title),
    `${who} founded ${community.community}: ${page.text.slice(0, 400)}`,
  );
}
