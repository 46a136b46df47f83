/** What a draft-cavage Signature header says (draft-cavage-http-signatures-12 §2.1). Times are unix seconds. */
export interface SignatureHeader {
  readonly keyId: string;
  /** Lower case; undefined when the sender names none. */
  readonly algorithm: string | undefined;
  /** The signed headers and pseudo-headers in signing order, lower case. */
  readonly headers: readonly string[];
  readonly signature: Buffer;
  readonly created: number | undefined;
  readonly expires: number | undefined;
}

const PARAMETER = /\s*([A-Za-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^",\s]+))\s*(?:,|$)/y;
const SECONDS = /^\d{1,12}(?:\.\d{1,9})?$/;
const MOST_HEADERS = 32;
const LONGEST = 8192;

/**
 * Reads a Signature header. Numbers may be quoted or not, parameters stand in any order, unknown ones are passed over.
 * Undefined when it cannot be read: no keyId or signature, a parameter given twice, a time that is no number.
 * Never throws.
 */
export function parseSignature(header: string): SignatureHeader | undefined {
  const parameters = parametersOf(header);
  const keyId = parameters?.get('keyid');
  const signature = Buffer.from(parameters?.get('signature') ?? '', 'base64');
  if (parameters === undefined || keyId === undefined || keyId === '' || signature.length === 0) return undefined;
  const created = secondsOf(parameters.get('created'));
  const expires = secondsOf(parameters.get('expires'));
  if (Number.isNaN(created) || Number.isNaN(expires)) return undefined;
  // §2.1.6: without a list, only (created) is signed.
  const headers = (parameters.get('headers') ?? '(created)').toLowerCase().split(' ').filter(Boolean);
  if (headers.length === 0 || headers.length > MOST_HEADERS) return undefined;
  return { keyId, algorithm: parameters.get('algorithm')?.toLowerCase(), headers, signature, created, expires };
}

function parametersOf(header: string): ReadonlyMap<string, string> | undefined {
  if (header.length > LONGEST) return undefined;
  const parameters = new Map<string, string>();
  let at = 0;
  while (at < header.length) {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(header);
    if (match === null) return undefined;
    const [whole, name = '', quoted, bare = ''] = match;
    const key = name.toLowerCase();
    if (parameters.has(key)) return undefined;
    parameters.set(key, quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1'));
    at += whole.length;
  }
  return parameters;
}

/** Undefined when absent, NaN when it is no number of seconds. */
function secondsOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  return SECONDS.test(value) ? Number(value) : Number.NaN;
}
