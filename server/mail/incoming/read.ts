import { plainText } from '../../actions/content.ts';

/** A letter as it came in, read; nothing of it is believed yet. */
export interface Incoming {
  /** All addresses that it says it is from. */
  readonly from: readonly string[];
  /** Whom it says it is for, in the order in which that is best known. */
  readonly to: readonly string[];
  readonly messageId: string;
  /** The topmost word of each mail server on where it is from. */
  readonly results: readonly string[];
  /** A program sent it, or a list: nobody wrote it to us. */
  readonly byProgram: boolean;
  readonly subject: string;
  /** When it says that it was written; absent where it does not, or not readably. */
  readonly date?: Date;
  /** What its writer wrote, where it is HTML alone. */
  readonly text: string;
  /** With everything that it quotes. */
  readonly whole: string;
  readonly files: number;
}

/** Larger ones are refused before they are read. */
export const LARGEST_MAIL = 1_000_000;
const BOUNDS = { maxNestingDepth: 20, maxHeadersSize: 200_000, maxRfc822NestingDepth: 0 } as const;

/** Reads a letter (RFC 5322, MIME); `null` where it cannot be read. */
export async function readMail(raw: Uint8Array): Promise<Incoming | null> {
  // Loaded with the first letter, which most servers never see.
  const { default: PostalMime, addressParser } = await import('postal-mime');
  const email = await PostalMime.parse(raw, BOUNDS).catch(() => null);
  if (email === null) return null;
  const values = (name: string) => email.headers.filter(({ key }) => key === name).map(({ value }) => value.trim());
  const addressesIn = (name: string): readonly string[] =>
    values(name).flatMap((value) => addressParser(value, { flatten: true }).map(({ address }) => address ?? ''));
  return {
    from: addressesIn('from'),
    to: [...values('x-original-to'), ...values('delivered-to')]
      .map((one) => one.replace(/^<|>$/g, ''))
      .concat(addressesIn('to'), addressesIn('cc')),
    messageId: email.messageId ?? '',
    results: values('authentication-results'),
    byProgram: isByProgram(values),
    subject: email.subject ?? '',
    ...dateIn(email.date),
    text: email.text?.trim() ? email.text : fromHtml(email.html ?? ''),
    whole: email.text?.trim() ? email.text : plainText(email.html ?? ''),
    files: email.attachments.length,
  };
}

function dateIn(said: string | undefined): Pick<Incoming, 'date'> {
  const date = new Date(said ?? '');
  return Number.isNaN(date.getTime()) ? {} : { date };
}

/** RFC 3834 §5, and what lists and older programs say instead: none of it is answered or posted. */
function isByProgram(values: (name: string) => readonly string[]): boolean {
  const says = (name: string, what: RegExp): boolean => values(name).some((value) => what.test(value));
  return (
    says('auto-submitted', /^(?!no\b)/i) ||
    says('precedence', /^(bulk|junk|list|auto_reply)/i) ||
    says('return-path', /^<>$/) ||
    says('content-type', /^multipart\/report/i) ||
    ['list-id', 'x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => values(name).length > 0)
  );
}

/** Of a letter that is HTML alone, without what it quotes. */
function fromHtml(html: string): string {
  const own = html.split(/<blockquote\b|<div[^>]*class="?[^">]*gmail_quote/i)[0] ?? '';
  return plainText(own);
}
