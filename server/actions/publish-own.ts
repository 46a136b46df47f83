import { withHashtags } from '../community/hashtags.ts';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Post, PostDetails } from '../community/post.ts';
import type { QuotePolicy } from '../community/quote.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { fromMarkdown, plainText } from './content.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';
import { type Mentions, mentionsIn } from './mentions.ts';
import { checkText, newPostIri } from './publish-post.ts';
import { type QuoteRefusal, quotesFirst, withQuote } from './quotes.ts';
import { type AttachRefusal, tidying, withPictures } from './uploads.ts';
import { writtenIn } from './written-in.ts';

type Needs = Pick<
  House,
  | 'people'
  | 'communities'
  | 'posts'
  | 'follows'
  | 'notices'
  | 'clock'
  | 'addresses'
  | 'random'
  | 'wake'
  | 'uploads'
  | 'marks'
  | 'states'
  | 'quoteLeaves'
  | 'personLanguages'
>;

/** What somebody here writes outside of any community. */
export interface OwnDraft {
  readonly author: PersonIri;
  /** Markdown. */
  readonly text: string;
  /** For everybody, her followers first; or for the people named alone. */
  readonly audience: 'public' | 'direct';
  /** Whom it is addressed to; absent: the people whom its text names. */
  readonly to?: readonly PersonIri[];
  /** Whom its text names, where that was read already. */
  readonly mentions?: Mentions;
  readonly inReplyTo?: PostIri;
  /** A message from elsewhere that it answers, which is no post here, and the thread that it belongs to. */
  readonly answers?: { readonly post: PostIri; readonly thread: PostIri };
  readonly details?: PostDetails;
  /** What it quotes. */
  readonly quote?: PostIri;
  /** Whom she lets quote it; absent: everybody. */
  readonly quotePolicy?: QuotePolicy;
  /** Pictures that she sent before, by their numbers. */
  readonly uploads?: readonly string[];
  /** The id it is to have: sent again, it is the same post. */
  readonly iri?: PostIri;
}

type OwnRefusal =
  | 'no-such-post'
  | 'in-a-community'
  | 'no-text'
  | 'too-long'
  | 'nobody-named'
  | QuoteRefusal
  | AttachRefusal;

/** Somebody here writes to her followers, or to some people alone. An answer is never for more than what it answers. */
export async function publishOwn(house: Needs, draft: OwnDraft): Promise<Result<Post, OwnRefusal>> {
  const parent = draft.inReplyTo === undefined ? null : await house.posts.byIri(draft.inReplyTo);
  if (draft.inReplyTo !== undefined && (parent === null || !(await maySee(house, parent, draft.author)))) {
    return refused('no-such-post', 'The post you answer is not there, or not any more.');
  }
  if (parent?.community !== undefined) {
    return refused('in-a-community', 'What you answer stands in a community; answer it there.');
  }
  const wrong = checkText(draft);
  if (wrong) return wrong;
  const direct = draft.audience === 'direct' || parent?.audience === 'direct';
  const mentions = draft.mentions ?? (await mentionsIn(house, draft.text));
  const to = recipients({ to: mentions.people, ...draft }, parent);
  if (direct && to.length === 0) return refused('nobody-named', 'Name those it is for: write @name@their.server.');
  const now = house.clock.now();
  const iri = draft.iri ?? newPostIri(house);
  const html = fromMarkdown(draft.text, mentions.pages);
  const said = await writtenIn(house, draft);
  const details = withHashtags(said.details, plainText(html));
  const written: Post = {
    iri,
    activity: house.addresses.activity('create', iri),
    author: draft.author,
    thread: parent?.thread ?? draft.answers?.thread ?? iri,
    html,
    source: draft.text,
    audience: direct ? 'direct' : 'public',
    to,
    home: 'here',
    publishedAt: now,
    receivedAt: now,
    standing: { state: 'visible' },
    labels: [],
    ...answering(draft, parent),
    ...(details === undefined ? {} : { details }),
    ...(draft.quotePolicy === undefined ? {} : { quotePolicy: draft.quotePolicy }),
  };
  const quoted = await withQuote(house, { post: written, quote: draft.quote });
  if (!quoted.ok) return quoted;
  const attached = await withPictures(house, quoted.value, draft);
  if (!attached.ok) return attached;
  const post = attached.value;
  await house.posts.add(post, [...tidying(post), ...quotesFirst(post), 'deliver']);
  house.wake();
  return accepted((await house.posts.byIri(iri)) ?? post);
}

function answering({ answers }: OwnDraft, parent: Post | null): Pick<Post, 'inReplyTo'> {
  const inReplyTo = parent?.iri ?? answers?.post;
  return inReplyTo === undefined ? {} : { inReplyTo };
}

/** Those named, and whoever is answered. */
function recipients(
  { author, to }: Required<Pick<OwnDraft, 'author' | 'to'>>,
  parent: Post | null,
): readonly PersonIri[] {
  const answered = parent === null ? [] : [parent.author as PersonIri];
  return [...new Set([...to, ...answered])].filter((iri) => iri !== author);
}
