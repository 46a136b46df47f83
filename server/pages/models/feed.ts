import type { FeedEntry } from '../../../views/feed.ts';
import { html, render } from '../../../views/html.ts';
import type { FileModel } from '../../../views/parts/contents.ts';
import { phaseSentence } from '../../../views/parts/phase.ts';
import { plainText } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import type { Community } from '../../community/community.ts';
import type { Post } from '../../community/post.ts';
import { inEnglish } from '../../community/said.ts';
import type { Proposal } from '../../governance/proposal.ts';
import { tallyWords } from '../../governance/tally/words.ts';
import { pageHandle } from '../context.ts';
import { postModels } from './post.ts';
import { type Began, timelineOf } from './stages.ts';

const LONGEST_TITLE = 90;

/** Posts as a feed shows them to anybody: the caller has asked the timelines for nobody in particular. */
export async function postEntries(house: House, posts: readonly Post[]): Promise<readonly FeedEntry[]> {
  const shown = posts.filter(
    ({ audience, deletedAt, standing }) =>
      audience === 'public' && deletedAt === undefined && standing.state === 'visible',
  );
  const models = await postModels(house, shown, { viewer: null, named: false });
  const { origin } = house.addresses;
  return shown.map((post, at): FeedEntry => {
    const { author, path, warning, attachments = [], poll } = models[at] as (typeof models)[number];
    const url = new URL(path, origin).href;
    const { language, hashtags } = post.details ?? {};
    return {
      id: post.iri,
      url,
      title: titleOf(post, warning),
      author: { name: author.name, ...(author.path === undefined ? {} : { url: new URL(author.path, origin).href }) },
      published: post.receivedAt,
      updated: post.editedAt ?? post.receivedAt,
      sanitisedHtml:
        warning === undefined ? post.html + besides(attachments, poll !== undefined) : warned(warning, url),
      ...(language === undefined ? {} : { lang: language }),
      ...(hashtags === undefined ? {} : { tags: hashtags }),
      ...(post.inReplyTo === undefined ? {} : { inReplyTo: post.inReplyTo }),
    };
  });
}

/** What it is called; of what has no title its first words, and of what is warned of the warning alone. */
function titleOf({ title, html: text }: Post, warning: string | undefined): string {
  if (title) return title;
  if (warning !== undefined) return warning;
  const words = plainText(text).replaceAll(/\s+/g, ' ').trim();
  const signs = [...words];
  if (words === '') return 'Without words';
  return signs.length <= LONGEST_TITLE ? words : `${signs.slice(0, LONGEST_TITLE - 1).join('')}…`;
}

const warned = (warning: string, url: string): string =>
  render(html`<p>${warning}</p><p><a href="${url}">Read it on its page</a></p>`);

/** Files are named, and loaded by nobody's reader before she asks for them. */
function besides(files: readonly FileModel[], hasPoll: boolean): string {
  const links = files.map(({ url, alt, kind }) => html`<li><a href="${url}">${alt ?? kind}</a></li>`);
  const poll = hasPoll ? render(html`<p>With a poll: see its page.</p>`) : '';
  return (links.length === 0 ? '' : render(html`<ul>${links}</ul>`)) + poll;
}

/** A proposal as a feed shows it: once, with where it stands now. */
export function proposalEntry(
  { addresses }: Pick<House, 'addresses'>,
  { community, proposal, began }: { readonly community: Community; readonly proposal: Proposal; readonly began: Began },
): FeedEntry {
  const { id, title, outcome, pinned } = proposal;
  const { phase } = timelineOf(proposal, began);
  const times = [...Object.values(began), phase.at].flatMap((at) => at?.getTime() ?? []);
  const counted = outcome === undefined ? '' : ` ${inEnglish(tallyWords(outcome.tally, pinned?.options))}.`;
  const url = addresses.origin + addresses.page.proposal(pageHandle(community), id);
  return {
    id: url,
    url,
    title: `${id} ${title}`,
    author: { name: community.title, url: addresses.origin + addresses.page.community(pageHandle(community)) },
    published: new Date(times.length === 0 ? 0 : Math.min(...times)),
    updated: new Date(Math.max(0, ...times)),
    sanitisedHtml: render(html`<p>${phaseSentence(phase)}.${counted}</p>`),
  };
}
