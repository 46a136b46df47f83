import { createHash } from 'node:crypto';
import type { EmailAddress } from '../community/email-address.ts';
import type { Letter, MailAnswer, Mailer } from '../ports/mail.ts';

/** So long a mail server may take over one letter, and over each step of it. */
const LONGEST_MS = 90_000;
const STEP_MS = 20_000;
/** RFC 5321 §4.2.1: replies from 500 on are final, unless it was the order of the commands. */
const isFinal = (code: number | undefined): boolean => code !== undefined && code >= 500 && code !== 503;

interface SmtpParts {
  /** `smtp://` or `smtps://`, with user and password where the mail server asks for them. */
  readonly url: string;
  readonly from: EmailAddress;
  /** This server's name: how it greets the mail server, and what stands in a Message-ID. */
  readonly name: string;
}

/**
 * Hands letters to a mail server by SMTP, each on a connection of its own. Letters hold links that give power over an
 * account, so `smtp://` must become TLS by STARTTLS, except on this machine, or where the address ends in `?starttls=off`.
 */
export function createMailer({ url, from, name }: SmtpParts): Mailer {
  const options = { ...connection(url), name };
  const closing = new AbortController();
  return {
    async send(letter) {
      // Loaded with the first letter, which most starts do not see.
      const { createTransport } = await import('nodemailer');
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(LONGEST_MS)]);
      try {
        await createTransport(options).sendMail({ ...messageOf(letter, { from, name }), signal });
        return { outcome: 'sent' };
      } catch (error) {
        return answerTo(error as Failed);
      }
    },
    close: () => closing.abort(),
  };
}

function connection(url: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const local = host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !local && searchParams.get('starttls') !== 'off',
    ...(local ? { allowInternalNetworkInterfaces: true } : {}),
    ...(username === '' ? {} : { auth }),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    socketTimeout: STEP_MS,
  };
}

/** Nothing of it is put together from texts: addresses are fields, and the envelope says by itself to whom it goes. */
function messageOf(
  { id, to, subject, text, html, replyTo, unsubscribe }: Letter,
  { from, name }: Pick<SmtpParts, 'from' | 'name'>,
) {
  const named = createHash('sha256').update(id).digest('base64url').slice(0, 27);
  return {
    from: { name: '', address: from },
    to: { name: '', address: to },
    envelope: { from, to: [to] },
    messageId: `<${named}@${name}>`,
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
    // RFC 3834 §5: no vacation replies.
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe === undefined
        ? {}
        : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

interface Failed {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Only that this address or this letter is refused is final: all else is about the server, and may be mended. */
function answerTo({ code = 'unknown', command, responseCode }: Failed): MailAnswer {
  const why = [code, command, responseCode].filter((part) => part !== undefined).join(' ');
  const refused = isFinal(responseCode) && (command === 'RCPT TO' || command === 'DATA');
  return { outcome: refused ? 'never' : 'later', why: `the mail server said no: ${why}` };
}
