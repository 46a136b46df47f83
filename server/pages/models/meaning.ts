import type { MeantModel } from '../../../views/parts/meant.ts';
import { plainText } from '../../actions/content.ts';
import { postKey } from '../../community/addresses.ts';
import type { Community } from '../../community/community.ts';
import { tagKey } from '../../community/hashtags.ts';
import { isKnownKind, kindsIn, kindTag, type OwnKind, saysWelcome, welcomedIn } from '../../community/kinds.ts';
import type { Post } from '../../community/post.ts';
import { ownKinds } from '../../governance/conversation/kinds.ts';
import type { PagesParts } from '../context.ts';

/** The kinds that members of a community here named. */
export async function ownKindsOf(
  { house }: Pick<PagesParts, 'house'>,
  community: Community,
): Promise<readonly OwnKind[]> {
  const state = community.home === 'here' ? await house.states.load(community.iri) : null;
  return state === null ? [] : ownKinds(state);
}

/**
 * What a post is meant as, for showing.
 *
 * @param around the path of its community's pages, the kinds its members named, and the post's own path where its
 *   author looks at it: there she closes the invitation
 */
export function meantModel(
  { iri, inReplyTo, details, deletedAt, standing }: Post,
  around: { readonly community: string; readonly own: readonly OwnKind[]; readonly closeAt?: string },
): { readonly meant: MeantModel } | Record<string, never> {
  const kinds = deletedAt === undefined ? kindsIn(details?.hashtags, around.own) : [];
  if (kinds.length === 0) return {};
  const [first, second] = welcomedIn(details?.hashtags);
  return {
    meant: {
      kinds: kinds.map((kind) => ({
        ...(isKnownKind(kind) ? { kind } : { tag: `#${kindTag(kind, around.own) ?? kind}` }),
        // A problem has a page of its own, which leads on to the others.
        path:
          kind === 'stickyproblem' && inReplyTo === undefined
            ? `${around.community}/problems/${postKey(iri)}`
            : `${around.community}/kinds/${kind}`,
      })),
      ...(first === undefined ? {} : { welcomes: second === undefined ? first : 'both' }),
      ...(first !== undefined && around.closeAt !== undefined && standing.state === 'visible'
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
