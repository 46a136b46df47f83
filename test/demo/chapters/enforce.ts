import { until } from '../../support/wait.ts';
import { check } from '../narrator.ts';
import { PASSWORD, type World } from '../world.ts';
import { messageTo } from './vote.ts';

const LINKS = 'Great offers: https://one.example https://two.example https://three.example';

/** 7: the next post that breaks the rule is held, with reasons; an older one stays as it is. */
export async function enforce(world: World): Promise<void> {
  const { north, elsewhere, guild, tell } = world;
  tell.chapter(7, 'The next post that breaks the rule is held; older ones are not touched');
  const ana = world.visitor('ana', north);
  const link = /\/invitations\/[\w-]+/.exec((await ana.post('/you/invitations', {})).text)?.[0];
  check(link, 'ana has another invitation');
  const finn = world.visitor('finn', north);
  await finn.post(link, { username: 'finn', password: PASSWORD });
  await finn.post(`${guild.path}/join`, {});
  await finn.post(`${guild.path}/posts`, { title: 'Look here', text: LINKS });
  const seen = await ana.get(guild.path);
  check(!seen.text.includes('Great offers'), 'others do not see the held post');
  const own = await finn.get(guild.path);
  check(own.text.includes('Great offers') && /held/i.test(own.text), 'finn sees his post, and that it is held');
  const notices = await until('finn has his statement of reasons', async () => {
    const page = await finn.get('/notices');
    return /version 1/.test(page.text) ? page : null;
  });
  check(/R-1/.test(notices.text), 'the statement cites the rule');
  tell.saw('finn, who joined today, posted three links: held; only he sees it; he was told why, on his page');

  await elsewhere.follow('dave', guild.iri);
  await elsewhere.until(
    async () => JSON.stringify(await elsewhere.following('dave')).includes('accepted'),
    'dave is taken in',
  );
  await elsewhere.note('dave', { content: LINKS, to: 'public', mention: guild.iri });
  const reasons = await messageTo(world, 'dave', 'held for review');
  tell.saw('dave joined from elsewhere and did the same: held on arrival, told by direct message');
  tell.quote(reasons);

  check((await ana.get(guild.path)).text.includes('As a customer'), 'carol’s old post is still there');
  tell.saw('carol’s post with three links from the first day stays: the rule was not in force then');
}
