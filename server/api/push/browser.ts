import { BROWSER_NOTICES } from '../../../views/words/browser-notices.ts';
import { isLanguage, type Language, type Message } from '../../../views/words/language.ts';
import { speaker } from '../../../views/words/speaking.ts';
import type { House } from '../../actions/house.ts';
import type { Post } from '../../community/post.ts';
import type { Alert } from '../../community/push.ts';
import { accountsOf } from '../entities/account.ts';
import type { Told } from '../told.ts';
import { bodyOf, LONGEST_BODY, LONGEST_TITLE, nameOf, postOf, shortened } from './payload.ts';

/** Of what a browser is told: what is said to her. That somebody likes a post can wait until she looks. */
export const BROWSER_ALERTS: readonly Alert[] = ['mention', 'quote', 'poll'];

/** What the site's worker (`views/assets/sw.js`) shows. `path`: of the page where it is read. */
export interface BrowserMessage {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly lang: Language;
}

type Needs = Pick<House, 'shownActors' | 'posts' | 'follows' | 'addresses' | 'communities'>;

/**
 * One message for all that somebody is told now; `null` where nothing is left to be told. As with apps, of a text only
 * what everybody may read stands in it: it lies on a locked screen.
 *
 * @param spoken her language (BCP 47), where it is known
 */
export async function browserMessage(
  house: Needs,
  told: readonly Told[],
  spoken: string | null,
): Promise<BrowserMessage | null> {
  const lang = isLanguage(spoken) ? spoken : 'en';
  const say = speaker(lang);
  const found = await Promise.all(told.map(async (one) => ({ one, post: await postOf(house, one) })));
  const left = found.filter(({ post }) => post !== null);
  const [first] = left;
  if (first === undefined) return null;
  const names = await accountsOf(
    house,
    left.map(({ one }) => one.from),
  );
  const titles = left.map(({ one }) => say.text(titleOf(one), { name: nameOf(names(one.from)) }));
  if (left.length > 1) {
    const body = [...new Set(titles)].join(' · ');
    const title = say.text(BROWSER_NOTICES.several);
    return { title, body: shortened(body, LONGEST_BODY), path: '/notices', lang };
  }
  const { post } = first;
  return {
    title: shortened(titles[0] ?? '', LONGEST_TITLE),
    body: post ? await bodyOf(house, post) : '',
    // A notice's own link may be somebody's secret: it stands on her page of notices.
    path: post ? await pageOf(house, post) : '/notices',
    lang,
  };
}

function titleOf({ type, about }: Told): Message {
  if (type === 'quote') return BROWSER_NOTICES.quoted;
  if (type === 'poll') return BROWSER_NOTICES.voteEnded;
  return about !== undefined && 'notice' in about ? BROWSER_NOTICES.message : BROWSER_NOTICES.mentioned;
}

/** The page on which she reads it: its thread's; what stands in no community is on her page of notices. */
async function pageOf({ communities, addresses }: Needs, { community: iri, iri: post }: Post): Promise<string> {
  const community = iri === undefined ? null : await communities.byIri(iri);
  if (community === null) return '/notices';
  const { home, name, host } = community;
  return addresses.page.thread(home === 'here' ? name : `${name}@${host}`, post);
}
