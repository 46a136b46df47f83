import { z } from 'zod';
import { type EmailAddress, readEmailAddress } from './community/email-address.ts';
import { isMailServer } from './config-addresses.ts';

/** What the environment decides about letters by e-mail, and about answers to them. */
export interface MailConfig {
  /** Absent: this server sends no letters by e-mail, and the operator's command hands out the links. */
  readonly smtp?: {
    /** Of the mail server, with user and password where it asks for them. */
    readonly url: string;
    /** The address that letters come from. */
    readonly from: EmailAddress;
  };
  /** Absent: answers by e-mail are not taken. */
  readonly mailIn?: {
    /** `reply@in.north.example`: answers come to `reply+…@in.north.example`. */
    readonly mailbox: EmailAddress;
    /** By which name the mail server that receives them signs its word on DKIM and SPF (RFC 8601, authserv-id). */
    readonly trusts: string;
    /** What a mail server says that brings them over HTTP; absent: by the command alone. */
    readonly secret?: string;
  };
}

export const MAIL_EXAMPLES = {
  SMTP_URL: 'smtps://folkmoot:password@mail.example:465',
  MAIL_FROM: 'folkmoot@north.example',
  MAIL_REPLY: 'reply@in.north.example',
  MAIL_TRUSTS: 'mx.north.example',
  MAIL_IN_SECRET: 'the output of: openssl rand -hex 32',
} as const;
type Variable = keyof typeof MAIL_EXAMPLES;

const address = z.string().transform((text) => readEmailAddress(text));
const LONGEST_MAILBOX = 8;

export const MAIL_FIELDS = {
  SMTP_URL: z.string().refine(isMailServer, 'must be the address of a mail server: smtp:// or smtps://').optional(),
  MAIL_FROM: address.refine((read) => read.ok, 'must be one e-mail address, and nothing else').optional(),
  MAIL_REPLY: address
    .refine(
      (read) => read.ok && read.value.lastIndexOf('@') <= LONGEST_MAILBOX,
      `must be one e-mail address with at most ${LONGEST_MAILBOX} signs before the @`,
    )
    .optional(),
  MAIL_TRUSTS: z
    .string()
    .regex(/^[a-z0-9.-]{1,253}$/i, 'must be the name by which your mail server signs Authentication-Results')
    .transform((text) => text.toLowerCase())
    .optional(),
  MAIL_IN_SECRET: z
    .string()
    .regex(/^\S{32,}$/, 'must have 32 signs at least, and no spaces')
    .optional(),
};
type Given = { readonly [Name in Variable]?: z.output<(typeof MAIL_FIELDS)[Name]> };

export function mailOf({ SMTP_URL, MAIL_FROM, MAIL_REPLY, MAIL_TRUSTS, MAIL_IN_SECRET }: Given): MailConfig {
  const secret = MAIL_IN_SECRET === undefined ? {} : { secret: MAIL_IN_SECRET };
  return {
    ...(SMTP_URL && MAIL_FROM?.ok ? { smtp: { url: SMTP_URL, from: MAIL_FROM.value } } : {}),
    ...(MAIL_REPLY?.ok && MAIL_TRUSTS ? { mailIn: { mailbox: MAIL_REPLY.value, trusts: MAIL_TRUSTS, ...secret } } : {}),
  };
}

/** What needs what: letters a server to hand them to and an address to come from; answers letters, and whom to believe. */
const NEEDS: readonly (readonly [Variable, Variable])[] = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['MAIL_FROM', 'SMTP_URL'],
  ['MAIL_TRUSTS', 'MAIL_REPLY'],
  ['MAIL_IN_SECRET', 'MAIL_REPLY'],
  ['MAIL_REPLY', 'MAIL_TRUSTS'],
  ['MAIL_REPLY', 'SMTP_URL'],
];

export function halfAMail(given: Given): readonly { readonly variable: Variable; readonly problem: string }[] {
  return NEEDS.flatMap(([one, other]) =>
    given[one] !== undefined && given[other] === undefined
      ? [{ variable: other, problem: `must be set where ${one} is` }]
      : [],
  );
}
