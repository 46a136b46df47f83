import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { AwsClient } from 'aws4fetch';
import type { MediaFiles } from '../ports/media.ts';
import { typeNamed, typeOf } from './names.ts';

/** Where a bucket is, and by what it is opened. */
export interface Bucket {
  /** `https://s3.example`, without a slash at the end; the bucket's name is the first part of the path. */
  readonly endpoint: string;
  readonly name: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** For a file to be kept; a part of one is on its way long before. */
const LONGEST_WRITE_MS = 60_000;
/** Until an answer begins: whoever reads slowly may take longer for all of it. */
const LONGEST_WAIT_MS = 10_000;
/** Of what the store says of a file, so much is passed on. */
const PASSED_ON = ['content-length', 'content-range', 'accept-ranges', 'etag', 'last-modified'] as const;

/**
 * Files in a bucket of a store that speaks S3. It need not be public: this server reads from it and sends what was
 * asked for under its own name, with its own headers. What lies on the disk from before is served from there.
 */
export function createS3Files(bucket: Bucket, disk: MediaFiles): MediaFiles {
  const { endpoint, name: bucketName, region, accessKeyId, secretAccessKey } = bucket;
  const urlOf = (name: string) => `${endpoint}/${bucketName}/${name}`;
  let loading: Promise<AwsClient> | undefined;
  /** Loaded with the first file. */
  const client = () => {
    loading ??= import('aws4fetch').then(
      ({ AwsClient }) => new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 }),
    );
    return loading;
  };

  async function ask(name: string, init: RequestInit): Promise<Response> {
    const s3 = await client();
    return s3.fetch(urlOf(name), { ...init, redirect: 'error' });
  }

  return {
    ...disk,
    async keep(name, content) {
      const body = typeof content === 'string' ? await readFile(content) : content;
      const answer = await ask(name, {
        method: 'PUT',
        body: Uint8Array.from(body),
        headers: {
          'Content-Type': typeOf(name),
          'X-Amz-Content-Sha256': createHash('sha256').update(body).digest('hex'),
        },
        signal: AbortSignal.timeout(LONGEST_WRITE_MS),
      });
      await expectOk(answer, `keep ${name}`);
    },
    async remove(name) {
      if (typeNamed(name) === null) return;
      const answer = await ask(name, { method: 'DELETE', signal: AbortSignal.timeout(LONGEST_WRITE_MS) });
      if (answer.status !== 404) await expectOk(answer, `remove ${name}`);
      await disk.remove(name);
    },
    async open(name, { range, headOnly = false } = {}) {
      const mediaType = typeNamed(name);
      if (mediaType === null) return null;
      const waiting = new AbortController();
      const timer = setTimeout(() => waiting.abort(new Error('the store of files did not answer')), LONGEST_WAIT_MS);
      try {
        const answer = await ask(name, {
          method: headOnly ? 'HEAD' : 'GET',
          // With a range, fetch says “identity” by itself; said twice, it would not be what was signed.
          headers: range === undefined ? { 'Accept-Encoding': 'identity' } : { Range: range },
          signal: waiting.signal,
        });
        if (answer.status === 404) {
          await answer.body?.cancel();
          return disk.open(name);
        }
        if (answer.status !== 200 && answer.status !== 206 && answer.status !== 416) {
          await expectOk(answer, `read ${name}`);
        }
        return { mediaType, status: answer.status, headers: headersOf(answer), body: bodyOf(answer) };
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function headersOf({ headers }: Response): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

/** What the store says of an error is for the log alone: nobody is sent it. */
function bodyOf({ status, body }: Response): Readable {
  if (body === null || status === 416) {
    void body?.cancel();
    return Readable.from([]);
  }
  return Readable.fromWeb(body as ReadableStream);
}

async function expectOk(answer: Response, what: string): Promise<void> {
  const text = (await answer.text()).slice(0, 500);
  if (!answer.ok) throw new Error(`the store of files answered ${answer.status} to “${what}”: ${text}`);
}
