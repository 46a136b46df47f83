import { until } from '../../support/wait.ts';
import { check } from '../narrator.ts';
import type { World } from '../world.ts';

/** 3: what each of the three writes reaches the other two, and a reply stays in its thread. */
export async function postAcross(world: World): Promise<void> {
  const { north, south, elsewhere, guild, tell } = world;
  tell.chapter(3, 'Posts from all three reach all three');
  const ben = world.visitor('ben', north);
  const petra = world.visitor('petra', south);

  await ben.post(`${guild.path}/posts`, {
    title: 'Sealing head drifts',
    text: 'The sealing head drifts after every Monday restart. Who sees this too?',
  });
  await petra.post(`${guild.pathFromSouth}/posts`, {
    title: 'Warm the head first',
    text: 'Swapped the order: warm the head before the belt. Eleven Mondays, no drift.',
  });
  const note = await elsewhere.note('carol', {
    content: 'As a customer: our line does it too. Notes: https://a.example https://b.example https://c.example',
    to: 'public',
    mention: guild.iri,
  });
  world.kept.set('carols old post', note.note);

  await seenOn(world, 'ben', north, guild.path, ['Sealing head drifts', 'Warm the head first', 'As a customer']);
  tell.saw('north shows all three');
  await seenOn(world, 'petra', south, guild.pathFromSouth, [
    'Sealing head drifts',
    'Warm the head first',
    'As a customer',
  ]);
  tell.saw('south shows all three: the guild announced them');
  await elsewhere.until(async () => {
    const texts = JSON.stringify(await elsewhere.timeline('carol'));
    return texts.includes('Monday restart') && texts.includes('Eleven Mondays');
  }, 'carol sees ben’s and petra’s posts');
  await until('both forms of Announce arrive', async () => {
    const announces = (await elsewhere.inbox('carol'))
      .map((one) => JSON.stringify(one))
      .filter((one) => one.includes('"Announce"'));
    return announces.some((one) => one.includes('"Create"')) && announces.some((one) => !one.includes('"Create"'));
  });
  tell.saw('elsewhere shows them too: announced as whole activities and as plain boosts');

  const root = (await elsewhere.timeline('carol')).find((one) => JSON.stringify(one).includes('Monday restart'));
  check(root, 'carol has ben’s post');
  await elsewhere.note('carol', {
    content: 'Ours drifts on Tuesdays.',
    to: 'public',
    inReplyTo: root.id,
    mention: guild.iri,
  });
  const thread = await until('the reply stands in its thread on north', async () => {
    const list = await ben.get(guild.path);
    for (const path of new Set(list.text.match(/\/communities\/guild\/threads\/[\w-]+/g) ?? [])) {
      const page = await ben.get(path);
      if (page.text.includes('Monday restart') && page.text.includes('Ours drifts on Tuesdays')) return page;
    }
    return null;
  });
  check(!thread.text.includes('Eleven Mondays'), 'only this thread is in it');
  tell.saw('carol’s reply stands below ben’s post, in its thread');
}

async function seenOn(
  world: World,
  who: string,
  at: World['north'],
  path: string,
  texts: readonly string[],
): Promise<void> {
  await until(`${texts.join(', ')} on ${at.origin}`, async () => {
    const page = await world.visitor(who, at).get(path);
    return texts.every((text) => page.text.includes(text));
  });
}
