import { type Refusal, refused } from '../../server/community/result.ts';
import { PrivateAddressError } from './guarded-connect.ts';
import { TooLargeError } from './read-body.ts';

/** Why there is no answer. */
export type FetchRefusal =
  | 'private-address'
  | 'bad-url'
  | 'too-large'
  | 'timeout'
  | 'too-many-redirects'
  | 'unreachable';

/** What came back: an answer of any status, or why there is none. Header names are lower case. */
export type FetchAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Buffer;
      readonly finalUrl: string;
    }
  | { readonly ok: false; readonly refusal: Refusal<FetchRefusal> };

/** A redirect that a GET may follow. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Each header as one text: repeated ones are joined as RFC 9110 §5.3 says. */
export function singleHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) single[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return single;
}

export const tooManyRedirects = (url: string, limit: number) =>
  refused('too-many-redirects', TEXTS['too-many-redirects'], `${url}: more than ${limit} redirects`);

/** What an error of the connection means to us; its whole chain of causes goes into the log text. */
export function refusalOf(error: unknown, url: string, { timedOut = false } = {}) {
  const code = codeOf(error, timedOut);
  return refused(code, TEXTS[code], `${url}: ${describe(error)}`);
}

const TEXTS: Readonly<Record<Exclude<FetchRefusal, 'bad-url'>, string>> = {
  'private-address': 'This address leads into a private network and is not fetched.',
  'too-large': 'The other server sent more than can be accepted.',
  timeout: 'The other server did not answer in time. Try again later.',
  'too-many-redirects': 'The other server redirects too often.',
  unreachable: 'The other server cannot be reached. Try again later.',
};

const CODES: ReadonlyMap<unknown, FetchRefusal> = new Map([
  ['UND_ERR_HEADERS_OVERFLOW', 'too-large'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ['ETIMEDOUT', 'timeout'],
]);

function codeOf(error: unknown, timedOut: boolean): Exclude<FetchRefusal, 'bad-url'> {
  if (timedOut) return 'timeout';
  if (error instanceof PrivateAddressError) return 'private-address';
  if (error instanceof TooLargeError) return 'too-large';
  const code = error instanceof Error && 'code' in error ? CODES.get(error.code) : undefined;
  return code === undefined || code === 'bad-url' ? 'unreachable' : code;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const parts = error instanceof AggregateError ? error.errors.map(describe).join('; ') : '';
  const cause = error.cause === undefined ? '' : ` (${describe(error.cause)})`;
  return `${error.message} ${parts}${cause}`.trim();
}
