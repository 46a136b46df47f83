import { readDomain } from './email-address.ts';
import type { Organisation, PersonIri } from './ids.ts';
import { organisation } from './ids.ts';
import { type ProfileField, pageNamed } from './profile-field.ts';

/**
 * How somebody showed that she belongs to an organisation: by a letter to an address of its domain, by signing in
 * at its provider, by two people who belong to it, or by a page of its domain that leads back to her.
 */
export const AFFILIATION_WAYS = ['address', 'sign-in', 'vouched', 'page'] as const;
export type AffiliationWay = (typeof AFFILIATION_WAYS)[number];

/** That somebody belongs to an organisation, as she showed it. */
export interface Affiliation {
  readonly organisation: Organisation;
  readonly how: AffiliationWay;
  /** When she showed it. */
  readonly since: Date;
}

/** She asks two who belong to an organisation to say that she does. */
export interface VouchingAsked {
  readonly organisation: Organisation;
  readonly at: Date;
  /** Who has said so. */
  readonly by: readonly PersonIri[];
}

/** So many who belong to an organisation have to say that somebody else does. */
export const VOUCHERS_NEEDED = 2;

/** Domains at which anybody gets an address or a page: to have one there says nothing about where one belongs. */
const SHARED: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.fr yahoo.de yahoo.es icloud.com me.com
   mac.com aol.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de mailbox.org proton.me
   protonmail.com pm.me tutanota.com tuta.com fastmail.com hey.com zoho.com mail.com mail.ru yandex.ru yandex.com qq.com
   163.com 126.com naver.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it terra.com bluewin.ch
   riseup.net disroot.org github.com github.io gitlab.com gitlab.io codeberg.org codeberg.page bitbucket.org medium.com
   substack.com wordpress.com blogspot.com tumblr.com neocities.org linktr.ee about.me notion.site facebook.com
   instagram.com linkedin.com x.com twitter.com bsky.app youtube.com reddit.com threads.net mastodon.social
   mastodon.online google.com docs.google.com sites.google.com`.split(/\s+/),
);

/**
 * The organisation that a domain stands for; `null` where it stands for none: where it is no domain of two labels, or
 * one at which anybody gets an address or a page, or one below such.
 */
export function organisationOfDomain(domain: string): Organisation | null {
  const known = readDomain(domain.replace(/^www\./i, ''));
  if (known === null) return null;
  const labels = known.split('.');
  const above = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
  return above.some((one) => SHARED.has(one)) ? null : organisation(known);
}

/** What somebody can show by pages of hers that were found to lead back to her. */
export const affiliationsByPages = (fields: readonly ProfileField[] = []): readonly Affiliation[] =>
  fields.flatMap((field) => {
    const page = field.verifiedAt && pageNamed(field);
    const at = page === undefined ? null : organisationOfDomain(new URL(page).hostname);
    return at === null || field.verifiedAt === undefined
      ? []
      : [{ organisation: at, how: 'page', since: field.verifiedAt }];
  });
