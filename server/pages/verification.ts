import { existsSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { verificationPage } from '../../views/pages/verification.ts';
import { signedCheckpoint } from '../actions/checkpoints.ts';
import { exportRecord } from '../actions/export-record.ts';
import { proveConsistency, proveInclusion } from '../actions/record-tree.ts';
import type { Digest } from '../community/ids.ts';
import { keyLine } from '../record/note.ts';
import type { PagesParts, Routes } from './context.ts';
import { NotFound, pageHandle, shellOf, show } from './context.ts';
import { governedBy, param, query } from './governed.ts';
import { keptLine, verificationModel } from './models/verification.ts';

/** One file that checks a record without this server (`npm run verifiers`). */
const VERIFIERS = path.join(import.meta.dirname, '../verifiers/dist');
const VERIFIER = /^verify-[a-z]+\.mjs$/;

/**
 * What it takes to check a record from outside: signed checkpoints, the key, proofs, the entries, and a page that says
 * how. Hashes say nothing of what is in a book, so checkpoints and proofs are there for everybody, also of communities
 * that are for their members alone: others could not countersign them otherwise.
 */
export const verificationRoutes: Routes = (parts, router) => {
  const { house } = parts;
  const open = (request: Request) => governedBy(parts, request, { open: true });

  router.get('/communities/:handle/record/checkpoint', async (request, response) => {
    const { community } = await open(request);
    const size = query(request, 'size');
    const signed = await signedCheckpoint(house, community.iri, size === undefined ? undefined : wholeNumber(size));
    if (signed === null) throw new NotFound('The book has no such entry.');
    response.type('text/plain; charset=utf-8').send(signed.note);
  });

  router.get('/communities/:handle/record/key', async (request, response) => {
    const { community } = await open(request);
    const key = keyLine({ name: community.iri, type: 'ed25519' }, house.recordKey.publicKey);
    response.type('text/plain; charset=utf-8').send(`${key}\n`);
  });

  router.get('/communities/:handle/record/proof/consistency', async (request, response) => {
    const { community, state } = await open(request);
    const [first, size] = [wholeNumber(query(request, 'from')), wholeNumber(query(request, 'to'))];
    // A record that does not go so far has no proof, and says so: whoever saw more of it learns that it was cut.
    const there = first >= 1 && first <= size && size <= state.seq;
    const proof = there ? await proveConsistency(house, community.iri, { first, size }) : null;
    answer(parts, request, response, { type: 'ConsistencyProof', from: first, to: size, entries: state.seq, proof });
  });

  router.get('/communities/:handle/record/proof/entry', async (request, response) => {
    const { community, state } = await open(request);
    const seq = wholeNumber(query(request, 'seq'));
    const size = query(request, 'size') === undefined ? state.seq : wholeNumber(query(request, 'size'));
    if (seq < 1 || seq > size || size > state.seq) throw new NotFound('The book has no such entry.');
    const [[hash], proof] = await Promise.all([
      house.record.hashes(community.iri, seq - 1, seq),
      proveInclusion(house, community.iri, { seq, size }),
    ]);
    answer(parts, request, response, { type: 'InclusionProof', entry: seq, size, hash: `${hash}`, proof });
  });

  /** Heads and hashes for everybody who may read the book, which is what a chain is checked by; what they say, for members. */
  router.get('/communities/:handle/record/entries.jsonl', async (request, response) => {
    const governed = await governedBy(parts, request);
    response.type('application/x-ndjson').attachment(`${governed.community.name}-record.jsonl`);
    const words = governed.member !== null;
    await pipeline(Readable.from(asLines(exportRecord(house, governed.community.iri, { words }))), response);
  });

  router.get('/communities/:handle/record/verify', async (request, response) => {
    const { community, brief, state, member } = await governedBy(parts, request);
    const shell = shellOf(parts, request);
    const kept = keptLine(query(request, 'line'));
    const handle = pageHandle(community);
    const model = await verificationModel({ house, community, state, kept, handle, isMember: member !== null });
    show(
      response,
      verificationPage({
        shell,
        community: brief,
        ...model,
        ...(hasVerifier() && { verifier: '/verifiers/verify-record.mjs' }),
      }),
    );
  });

  router.get('/verifiers/:file', (request, response) => {
    const file = param(request, 'file');
    if (!VERIFIER.test(file) || !existsSync(path.join(VERIFIERS, file))) throw new NotFound('There is no such file.');
    response.type('text/javascript').attachment(file).sendFile(file, { root: VERIFIERS });
  });
};

const hasVerifier = (): boolean => existsSync(path.join(VERIFIERS, 'verify-record.mjs'));

/** A proof as a document of its own address, for servers that ask for one, and as plain JSON. */
function answer(
  { house }: PagesParts,
  request: Request,
  response: Response,
  said: { readonly proof: readonly Digest[] | null } & Readonly<Record<string, unknown>>,
): void {
  const document = {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: `${house.addresses.origin}${request.originalUrl}`,
    ...said,
    proof: said.proof?.map((hash) => Buffer.from(hash, 'hex').toString('base64')) ?? null,
  };
  response.type('application/activity+json').send(JSON.stringify(document));
}

async function* asLines(exported: AsyncIterable<object>): AsyncIterable<string> {
  for await (const line of exported) yield `${JSON.stringify(line)}\n`;
}

/** A number as it stands in an address; 0 for anything else. */
function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
}
