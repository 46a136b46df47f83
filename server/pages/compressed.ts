import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** One file as it is sent: as it is, or compressed as far as it goes, which is done once. */
export interface Compressed {
  readonly plain: Buffer;
  /** Absent where it would be no smaller. */
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** Compresses a file that is sent again and again. It takes some hundredths of a second beside everything else. */
export async function compressed(plain: Buffer): Promise<Compressed> {
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain), promisify(gzip)(plain, { level: 9 })]);
  return {
    plain,
    ...(br.length < plain.length ? { br } : {}),
    ...(gz.length < plain.length ? { gzip: gz } : {}),
  };
}

/**
 * Sends a file in the shortest way that the browser reads.
 *
 * For style sheets, scripts and drawings alone, which are the same for everybody. Pages are never compressed: on one
 * and the same page stand words that somebody else has put there (an answer, a title in an address) and what is for
 * its reader alone (her address for letters, a link that is shown once, a text for a few). Whoever makes her browser
 * ask again and again and watches the wire could guess the second from how well it goes together with the first
 * (BREACH).
 */
export function sendCompressed(request: Request, response: Response, file: Compressed): void {
  const accepted = request.acceptsEncodings();
  const encoding = (['br', 'gzip'] as const).find((one) => accepted.includes(one) && file[one] !== undefined);
  response.vary('Accept-Encoding');
  if (encoding !== undefined) response.set('Content-Encoding', encoding);
  response.send(encoding === undefined ? file.plain : file[encoding]);
}
