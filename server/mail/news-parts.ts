import { LETTERS_NEWS } from '../../views/words/letters-news.ts';
import type { Say } from '../../views/words/speaking.ts';
import { toldText } from '../../views/words/told-text.ts';
import { plainText } from '../actions/content.ts';
import type { House } from '../actions/house.ts';
import { openMattersLately } from '../actions/open-matters.ts';
import { unwantedBy } from '../actions/own/unwanted-by.ts';
import { notBefore } from '../actions/record.ts';
import type { Community } from '../community/community.ts';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import { memberOf } from '../governance/membership.ts';
import { DIGEST_TITLE, digestPart } from '../governance/participation/digest.ts';
import type { NewsItem, NewsPart } from './news-words.ts';

/** What lies between the letter before and this one, and under which epoch answers to it are taken. */
interface Between {
  readonly since: Date;
  readonly upTo: Date;
  readonly epoch: number;
  /** Her language. What communities tell by themselves is in English. */
  readonly say: Say;
}

const MOST = 60;
const MOST_THREADS = 12;
const LONGEST_WORDS = 280;
const DAY_MS = 86_400_000;
/** So long an answer to a letter is taken. */
const ANSWERED_DAYS = 30;

const stretchOf = ({ since, upTo }: Between) =>
  ({ notBefore: new Date(since.getTime() + 1), notAfter: upTo, oldestFirst: true, limit: MOST }) as const;

/** Who named or answered her, and what communities told her. */
export async function saidToHer(house: House, person: Person, between: Between): Promise<readonly NewsPart[]> {
  const unwanted = await unwantedBy(house, person.iri, 'notices');
  const [told, named] = await Promise.all([
    house.notices.stretch(person.iri, stretchOf(between), unwanted),
    house.timelines.addressing(person.iri, stretchOf(between), unwanted),
  ]);
  const name = await namesOf(
    house,
    named.map(({ author }) => author),
    between.say,
  );
  const posts = named.map((post) => postItem(house, { post, person, name, between }));
  const { origin } = house.addresses;
  const notices = told
    .filter(({ text }) => !text.startsWith(DIGEST_TITLE))
    .map(({ text, said, link }): NewsItem => {
      const words = said === undefined ? text : said.map((one) => toldText(one, between.say)).join('\n');
      const [first = '', ...rest] = words.split('\n').filter((line) => line.trim() !== '');
      return { title: first, lines: rest.slice(0, 4), link: link ?? `${origin}/notices` };
    });
  const items = [...posts, ...notices];
  return items.length === 0 ? [] : [{ title: between.say.text(LETTERS_NEWS.toYou), items }];
}

/** What is open to decide in her communities here, and what was decided. */
export async function openPart(
  house: House,
  { iri }: Person,
  { say }: Pick<Between, 'say'>,
): Promise<readonly NewsPart[]> {
  const now = house.clock.now();
  const notes: string[] = [];
  for (const community of await herCommunities(house, iri)) {
    if (community.home !== 'here') continue;
    // One whose record was changed in the database holds up no letter.
    const place = await openMattersLately(house, community).catch((cause: unknown) => {
      house.log.error({ err: cause, community: community.iri }, 'a community is not in a letter of news');
      return null;
    });
    if (place === null || memberOf(place.state, iri) === null) continue;
    const part = digestPart({ ...place, person: iri, now: notBefore(place.state.at, now) });
    const all = part === null ? [] : [...part.open, ...part.results, ...part.against];
    notes.push(...all.map(({ text }) => `${community.title}: ${toldText(text, say)}`));
  }
  if (notes.length === 0) return [];
  const link = `${house.addresses.origin}/decisions`;
  const all = { title: say.text(LETTERS_NEWS.allDecisions), lines: [], link };
  return [{ title: say.text(LETTERS_NEWS.openToDecide), items: [all], notes }];
}

/** What was begun and answered in her communities, by threads: the newest of each community, in the order of time. */
export async function threadParts(house: House, person: Person, between: Between): Promise<readonly NewsPart[]> {
  const unwanted = await unwantedBy(house, person.iri, 'home');
  const communities = await herCommunities(house, person.iri);
  return Promise.all(
    communities.map(async (community): Promise<NewsPart> => {
      const page = { before: new Date(between.upTo.getTime() + 1), limit: MOST };
      const found = await house.timelines.lately([community.iri], person.iri, page, unwanted);
      const fresh = found.filter(({ receivedAt, author }) => receivedAt > between.since && author !== person.iri);
      const openings = fresh.filter(({ inReplyTo }) => inReplyTo === undefined);
      const begun = new Set(openings.map(({ iri }) => iri));
      const answered = await answeredIn(house, fresh, begun);
      const posts = [...openings.slice(0, MOST_THREADS).reverse(), ...answered.slice(0, MOST_THREADS)];
      const name = await namesOf(
        house,
        posts.map(({ author }) => author),
        between.say,
      );
      const items = posts.map((post) => {
        const item = postItem(house, { post, person, name, between });
        return begun.has(post.iri)
          ? item
          : { ...item, lines: [...item.lines.slice(0, 1), between.say.text(LETTERS_NEWS.newAnswers)] };
      });
      return { title: community.title, items };
    }),
  ).then((parts) => parts.filter(({ items }) => items.length > 0));
}

/** The first posts of threads that were answered and had begun before, if they still stand. */
async function answeredIn(house: House, fresh: readonly Post[], begun: ReadonlySet<PostIri>): Promise<readonly Post[]> {
  const older = new Set(fresh.map(({ thread }) => thread).filter((thread) => !begun.has(thread)));
  const found = await Promise.all([...older].map((iri) => house.posts.byIri(iri)));
  return found.filter(
    (post): post is Post => post !== null && post.deletedAt === undefined && post.audience !== 'circle',
  );
}

async function herCommunities(house: House, person: PersonIri): Promise<readonly Community[]> {
  const belongs = (await house.follows.communitiesOf(person)).filter(({ state }) => state === 'accepted');
  const found = await Promise.all(belongs.map(({ target }) => house.communities.byIri(target)));
  return found.filter((community) => community !== null);
}

/** A letter lies in a mailbox elsewhere: the words of what is not for everybody are not in it, only where they are. */
function postItem(
  house: House,
  {
    post,
    person,
    name,
    between,
  }: {
    readonly post: Post;
    readonly person: Person;
    readonly name: (iri: ActorIri) => string;
    readonly between: Between;
  },
): NewsItem {
  const { addresses, replyAddresses } = house;
  const { say } = between;
  const { warning, sensitive } = post.details ?? {};
  const open = post.audience === 'public' && !sensitive && warning === undefined;
  const words = open
    ? shortened(plainText(post.html))
    : (warning ?? (post.audience === 'public' ? '' : say.text(LETTERS_NEWS.notForAll)));
  const until = new Date(between.upTo.getTime() + ANSWERED_DAYS * DAY_MS);
  return {
    title: open && post.title ? post.title : say.text(LETTERS_NEWS.wrote, { name: name(post.author) }),
    lines: [`${name(post.author)}:`, words].filter((line) => line !== ''),
    link:
      post.community === undefined
        ? `${addresses.origin}/notices`
        : `${addresses.origin}${addresses.page.thread(placeIn(house, post.community), post.iri)}`,
    ...(replyAddresses === undefined || post.community === undefined
      ? {}
      : { reply: replyAddresses.issue({ person: person.iri, post: post.iri, epoch: between.epoch, until }) }),
  };
}

/** The handle by which pages name a community: its name here, with its host elsewhere. */
function placeIn({ addresses }: House, iri: CommunityIri): string {
  const url = new URL(iri);
  const name = url.pathname.split('/').at(-1) ?? '';
  return addresses.isHere(iri) ? name : `${name}@${url.host}`;
}

function shortened(text: string): string {
  const signs = [...text.replaceAll(/\s+/g, ' ').trim()];
  return signs.length <= LONGEST_WORDS ? signs.join('') : `${signs.slice(0, LONGEST_WORDS - 1).join('')}…`;
}

async function namesOf(house: House, iris: readonly ActorIri[], say: Say): Promise<(iri: ActorIri) => string> {
  const people = await house.people.byIris([...new Set(iris)] as PersonIri[]);
  const communities = await Promise.all(
    [...new Set(iris)]
      .filter((iri) => !people.has(iri as PersonIri))
      .map((iri) => house.communities.byIri(iri as CommunityIri)),
  );
  const titles = new Map(
    communities.flatMap((one) => (one === null ? [] : [[one.iri as ActorIri, one.title] as const])),
  );
  return (iri) => {
    const person = people.get(iri as PersonIri);
    return (person && (person.displayName || person.username)) ?? titles.get(iri) ?? say.text(LETTERS_NEWS.somebody);
  };
}
