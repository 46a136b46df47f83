import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { recordPage } from '../../views/pages/record.ts';
import { encodeEntry } from '../record/encoding.ts';
import type { Entry } from '../record/entry.ts';
import { RecordFault } from '../record/fault.ts';
import type { Routes } from './context.ts';
import { NotFound, pageHandle, shellOf, show } from './context.ts';
import { governedBy, query } from './governed.ts';
import { namesIn } from './models/names.ts';
import { checkedModel, ENTRIES_PER_PAGE, entryModels, namingFor, peopleIn, turning, whoSees } from './models/record.ts';
import { createChecks } from './models/record-checks.ts';

/** The open book, checked while it is shown, and as data for members. */
export const recordRoutes: Routes = (parts, router) => {
  const { house } = parts;
  const checks = createChecks(house);

  router.get('/communities/:handle/record', async (request, response) => {
    const { community, brief, state, member } = await governedBy(parts, request);
    const before = wholeNumber(query(request, 'before'));
    const entries = await house.record.page(community.iri, before, ENTRIES_PER_PAGE).catch(unreadable);
    const isMember = member !== null;
    const { report, at } = await checks(community.iri, state.head);
    const { page: pages } = house.addresses;
    const handle = pageHandle(community);
    const nameOf = await namesIn(house, state, peopleIn(entries));
    const path = pages.record(handle);
    show(
      response,
      recordPage({
        shell: shellOf(parts, request),
        community: brief,
        entries: entryModels(entries, namingFor({ state, nameOf, isMember, pages, handle })),
        ...turning(path, entries, before),
        checked: checkedModel(report, at, isMember),
        whoSees: whoSees(community),
        verifyCommand: `npm run folkmoot -- record verify ${community.name}`,
        ...(isMember ? { download: `${path}.json` } : {}),
      }),
    );
  });

  /** One entry a line, as stored, so that another program can verify the chain. It names members: for members. */
  router.get('/communities/:handle/record.json', async (request, response) => {
    const { community, member } = await governedBy(parts, request);
    if (member === null) throw new NotFound('The record as data is for members.');
    response.type('application/x-ndjson').attachment(`${community.name}-record.json`);
    await pipeline(Readable.from(lines(house.record.after(community.iri, 0))), response);
  });
};

async function* lines(entries: AsyncIterable<Entry>): AsyncIterable<string> {
  for await (const entry of entries) yield `${JSON.stringify(encodeEntry(entry))}\n`;
}

/** A page of the book on which an entry cannot be read any more shows none; what is wrong, the check says. */
function unreadable(error: unknown): readonly Entry[] {
  if (error instanceof RecordFault) return [];
  throw error;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}
