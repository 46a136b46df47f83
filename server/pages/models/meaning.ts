import type { MeantModel } from '../../../views/parts/meant.ts';
import { KIND_NAMES, WELCOME } from '../../../views/words/kinds.ts';
import { speaker } from '../../../views/words/speaking.ts';
import { plainText } from '../../actions/content.ts';
import type { Community } from '../../community/community.ts';
import { tagKey } from '../../community/hashtags.ts';
import {
  isKnownKind,
  kindsIn,
  kindTag,
  type OwnKind,
  saysWelcome,
  type Welcome,
  welcomedIn,
} from '../../community/kinds.ts';
import type { Post } from '../../community/post.ts';
import { ownKinds } from '../../governance/conversation/kinds.ts';
import type { PagesParts } from '../context.ts';

/** Parts of posts are in English, as the pages around them are. */
const say = speaker('en');

/** The kinds that members of a community here named. */
export async function ownKindsOf(
  { house }: Pick<PagesParts, 'house'>,
  community: Community,
): Promise<readonly OwnKind[]> {
  const state = community.home === 'here' ? await house.states.load(community.iri) : null;
  return state === null ? [] : ownKinds(state);
}

/** What a kind is called: by its name, or as its members write it. */
export function kindName(kind: string, own: readonly OwnKind[] = [], how = say): string {
  return isKnownKind(kind) ? how.text(KIND_NAMES[kind]) : `#${kindTag(kind, own) ?? kind}`;
}

/** What somebody welcomes, in a word or two. */
export function welcomeName(welcomed: readonly Welcome[], how = say): string {
  const [first, second] = welcomed;
  if (first === undefined) return how.text(WELCOME.nothing);
  return how.text(second === undefined ? WELCOME[first] : WELCOME.both);
}

/**
 * What a post is meant as, for showing.
 *
 * @param around the path of its community's pages, the kinds its members named, and the post's own path where its
 *   author looks at it: there she closes the invitation
 */
export function meantModel(
  { details, deletedAt, standing }: Post,
  around: { readonly community: string; readonly own: readonly OwnKind[]; readonly closeAt?: string },
): { readonly meant: MeantModel } | Record<string, never> {
  const kinds = deletedAt === undefined ? kindsIn(details?.hashtags, around.own) : [];
  if (kinds.length === 0) return {};
  const welcomed = welcomedIn(details?.hashtags);
  return {
    meant: {
      kinds: kinds.map((kind) => ({ name: kindName(kind, around.own), path: `${around.community}/kinds/${kind}` })),
      ...(welcomed.length === 0 ? {} : { welcomes: welcomeName(welcomed) }),
      ...(welcomed.length > 0 && around.closeAt !== undefined && standing.state === 'visible'
        ? { close: `${around.closeAt}/close-invitation` }
        : {}),
    },
  };
}

/** The last paragraph of a text, where it says nothing but what the text is meant as: it is shown as its kind instead. */
export function withoutKindLine(html: string, own: readonly OwnKind[]): string {
  const [whole, inner] = /<p(?: [^>]*)?>((?:(?!<\/?p[ >]).)*)<\/p>\s*$/s.exec(html) ?? [];
  if (whole === undefined || inner === undefined || !inner.includes('#')) return html;
  const words = plainText(inner)
    .split(/\s+/)
    .filter((word) => word !== '');
  const isKind = (word: string) => {
    const key = tagKey(word.slice(1));
    return word.startsWith('#') && (isKnownKind(key) || saysWelcome(key) || own.some(({ kind }) => kind === key));
  };
  return words.length > 0 && words.every(isKind) ? html.slice(0, html.length - whole.length) : html;
}
