import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { EmailAddress } from '../community/email-address.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Sealer } from '../database/sealing.ts';
import type { Mail, Mails } from '../ports/mail.ts';
import { checked, oneOf, pendingFields, text } from './fields.ts';
import { firstEffects } from './pending.ts';
import { insertNew } from './writing.ts';

const KINDS = [
  'confirm',
  'reset',
  'password-set',
  'address-changed',
  'let-in',
  'declined',
  'news',
  'affiliation',
  'invited',
] as const;

export const mailSchema = z.object({
  _id: text(),
  kind: oneOf(...KINDS),
  person: text<PersonIri>().exactOptional(),
  /** The address it goes to, or what somebody typed who forgot her password. */
  sealed: text().exactOptional(),
  /** What is new between these is in it. */
  since: z.date().exactOptional(),
  upTo: z.date().exactOptional(),
  at: z.date(),
  until: z.date(),
  sentAt: z.date().exactOptional(),
  givenUpAt: z.date().exactOptional(),
  why: text().exactOptional(),
  ...pendingFields,
});
export type MailDocument = z.infer<typeof mailSchema>;

export const mailCollection = (db: Db): Collection<MailDocument> => db.collection('mails');

const sealedFor = (id: string): string => `letter ${id}`;

/** The letter, as long as it is not settled. */
export const toMailWork =
  (sealer: Sealer) =>
  ({
    _id: id,
    kind,
    person,
    sealed,
    at,
    until,
    sentAt,
    givenUpAt,
    since,
    upTo,
  }: MailDocument): { readonly mail: Mail | null } => {
    if (sentAt !== undefined || givenUpAt !== undefined) return { mail: null };
    const said = sealed === undefined ? '' : sealer.unseal(sealed, sealedFor(id));
    const frame = { id, at, until };
    const whom = person as PersonIri;
    if (kind === 'reset') return { mail: { ...frame, kind, said } };
    if (kind === 'address-changed' || kind === 'declined' || kind === 'affiliation') {
      return { mail: { ...frame, kind, person: whom, to: said as EmailAddress } };
    }
    if (kind === 'news') return { mail: { ...frame, kind, person: whom, since: since ?? at, upTo: upTo ?? at } };
    if (kind === 'invited') {
      const [to, invitation = ''] = said.split('\n', 2);
      return { mail: { ...frame, kind, person: whom, to: to as EmailAddress, invitation } };
    }
    return { mail: { ...frame, kind, person: whom } };
  };

/** What of a letter nobody but its reader is to know. */
function sealedIn(mail: Mail): string | undefined {
  if (mail.kind === 'invited') return `${mail.to}\n${mail.invitation}`;
  return 'said' in mail ? mail.said : 'to' in mail ? mail.to : undefined;
}

export function createMails(
  mails: Collection<MailDocument>,
  { sealer, wall }: { readonly sealer: Sealer; readonly wall: () => Date },
): Mails {
  return {
    async add(mail) {
      const { id, kind, at, until } = mail;
      const said = sealedIn(mail);
      const document = checked(mailSchema, {
        _id: id,
        kind,
        at,
        until,
        ...('person' in mail ? { person: mail.person } : {}),
        ...(mail.kind === 'news' ? { since: mail.since, upTo: mail.upTo } : {}),
        ...(said === undefined ? {} : { sealed: sealer.seal(said, sealedFor(id)) }),
        ...firstEffects(['send'], wall()),
      });
      await insertNew(mails, document);
    },
    async settle(id, how) {
      await mails.updateOne({ _id: id }, { $set: how, $unset: { sealed: 1 } });
    },
    async forget(person) {
      await mails.deleteMany({ person });
    },
    async counts() {
      const [waiting, givenUp] = await Promise.all([
        mails.countDocuments({ pendingAt: { $exists: true } }),
        mails.countDocuments({ givenUpAt: { $exists: true } }),
      ]);
      return { waiting, givenUp };
    },
  };
}

/** Forgets that letters were sent, or never could be, before a time. */
export async function purgeMails(db: Db, before: Date): Promise<number> {
  return (await mailCollection(db).deleteMany({ until: { $lt: before }, pendingAt: { $exists: false } })).deletedCount;
}
