import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { until } from './wait.ts';

/** A letter as it came in over SMTP. */
export interface CaughtLetter {
  readonly from: string;
  /** The envelope's recipients. */
  readonly to: readonly string[];
  readonly headers: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  /** All of it, as it came. */
  readonly raw: string;
  /** The first address in the letter. */
  readonly link: string | undefined;
}

/** A mail server on loopback that keeps what it is given; real SMTP, on a real socket. */
export interface MailServer {
  readonly url: string;
  readonly letters: readonly CaughtLetter[];
  /** Those to an address, oldest first. */
  to(address: string): readonly CaughtLetter[];
  /** Waits for the nth letter to an address. */
  nth(address: string, count: number): Promise<CaughtLetter>;
  /** What it answers a recipient or a letter with from now on; `undefined`: it takes everything. */
  refuse(how: { readonly at: 'recipient' | 'data'; readonly code: number } | undefined): void;
  /** How many letters were handed to it, taken or not. */
  readonly tries: number;
  stop(): Promise<void>;
}

export async function mailServer(port = 0): Promise<MailServer> {
  const letters: CaughtLetter[] = [];
  let refusing: Parameters<MailServer['refuse']>[0];
  let tries = 0;
  const no = (at: 'recipient' | 'data') =>
    refusing?.at === at ? Object.assign(new Error('not now'), { responseCode: refusing.code }) : undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_address, _session, done) {
      tries += 1;
      done(no('recipient'));
    },
    onData(stream, { envelope }, done) {
      let raw = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        raw += chunk;
      });
      stream.on('end', () => {
        const refused = no('data');
        if (refused === undefined) {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          letters.push(letterIn(raw, { from, to: envelope.rcptTo.map(({ address }) => address) }));
        }
        done(refused);
      });
    },
  });
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const to = (address: string) => letters.filter((letter) => letter.to.includes(address));
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    letters,
    to,
    nth: (address, count) => until(`letter ${count} to ${address}`, () => to(address)[count - 1]),
    refuse(how) {
      refusing = how;
    },
    get tries() {
      return tries;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function letterIn(raw: string, envelope: Pick<CaughtLetter, 'from' | 'to'>): CaughtLetter {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end);
  const header = (name: string) =>
    (new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(headers)?.[1] ?? '').replaceAll(/\r\n[ \t]/g, ' ');
  const text = textIn(raw);
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  return { ...envelope, headers, raw, subject: header('subject'), messageId: header('message-id'), text, link };
}

/** The text of a letter; of one with several parts that of the first, which is the plain one. */
function textIn(raw: string): string {
  const end = raw.indexOf('\r\n\r\n');
  const [headers, body] = [raw.slice(0, end), raw.slice(end + 4)];
  const boundary = /^content-type: multipart\/alternative;\s+boundary="([^"]+)"/im.exec(headers)?.[1];
  if (boundary !== undefined) return textIn(body.split(`--${boundary}\r\n`)[1]?.split(`\r\n--${boundary}`)[0] ?? '');
  if (/^content-transfer-encoding: base64/im.test(headers)) return Buffer.from(body, 'base64').toString('utf8');
  return /^content-transfer-encoding: quoted-printable/im.test(headers) ? unquoted(body) : body;
}

/** RFC 2045 §6.7. */
function unquoted(body: string): string {
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
