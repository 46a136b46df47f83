import type { PersonIri, PostIri } from '../../server/community/ids.ts';
import { account, community, must } from './people.ts';
import { runServer } from './running-server.ts';
import { Visitor } from './visitor.ts';

export const GUILD = '/communities/guild';

export const whereTo = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }) =>
  String(headers.location);

/** What stands between two places of a page. */
export const between = (text: string, from: string, to: string): string => text.split(from)[1]?.split(to)[0] ?? '';
export const section = (text: string, id: string): string => between(text, `<section id="${id}">`, '</section>');

/** Two servers, a guild of alice, bob and carol on one of them, and a learning session that alice proposed by the form. */
export async function openLearning() {
  const [north, south] = await Promise.all([
    runServer('north.localhost', { TIME_ZONE: 'UTC' }),
    runServer('south.localhost', { TIME_ZONE: 'UTC' }),
  ]);
  const stop = () => Promise.all([north.stop(), south.stop()]);
  const anybody = () => new Visitor(north);
  const signedIn = async (name: string, server = north): Promise<Visitor> => {
    const visitor = new Visitor(server);
    const answer = await visitor.signIn(name, 'a long enough password');
    if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status}`);
    return visitor;
  };
  try {
    const alice = await account(north, 'alice');
    const guild = (await community(north, alice, 'guild')).iri;
    for (const name of ['bob', 'carol']) {
      must(await north.actions.joinCommunity({ person: await account(north, name), community: guild }));
    }
    await north.settle();
    const proposed = await (await signedIn('alice')).submit(`${GUILD}/sessions`, {
      title: 'Reading hydraulic drawings',
      text: 'Bring one that you do not understand.',
      startsAt: '2031-05-06T18:30',
      endsAt: '2031-05-06T20:00',
      place: 'Hall 3',
    });
    if (proposed.status !== 303) throw new Error(`not proposed: ${proposed.status} ${proposed.text.slice(0, 400)}`);
    const session = whereTo(proposed);
    const key = session.split('/').at(-1) ?? '';
    const opening = (await north.house.posts.byKey(key))?.iri as PostIri;
    const person = (name: string): PersonIri => north.house.addresses.person(name);
    return {
      ...{ north, south, guild, session, opening, stop, anybody, signedIn, person },
      thread: `${GUILD}/threads/${key}`,
      /** The text of a page that must be there. */
      async pageOf(path: string, visitor = anybody()): Promise<string> {
        const { status, text } = await visitor.get(path);
        if (status !== 200) throw new Error(`${path} answered ${status}`);
        return text;
      },
      async write(by: string, text: string, more: { title?: string; inReplyTo?: PostIri } = {}): Promise<PostIri> {
        const post = must(await north.actions.publishPost({ author: person(by), community: guild, text, ...more }));
        await north.settle();
        return post.iri;
      },
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
