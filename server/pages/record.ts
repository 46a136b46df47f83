import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { sayIn } from '../../views/layout.ts';
import { erasePage } from '../../views/pages/erase.ts';
import { recordPage } from '../../views/pages/record.ts';
import { sentenceOf } from '../community/result.ts';
import { encodeEntry } from '../record/encoding.ts';
import type { Entry } from '../record/entry.ts';
import { RecordFault } from '../record/fault.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, pageHandle, requireViewer, shellOf, show } from './context.ts';
import { governedBy, param, query } from './governed.ts';
import { groupNamed } from './models/book/groups.ts';
import { ownTexts } from './models/erasable.ts';
import { namesIn } from './models/names.ts';
import {
  checkedModel,
  ENTRIES_PER_PAGE,
  entryModels,
  groupLinks,
  namingFor,
  narrowedTo,
  peopleIn,
  turning,
  whoSees,
} from './models/record.ts';
import { createChecks } from './models/record-checks.ts';
import { countersigned } from './models/verification.ts';

/** The open book, checked while it is shown, and as data for members. */
export const recordRoutes: Routes = (parts, router) => {
  const { house } = parts;
  const checks = createChecks(house);

  router.get('/communities/:handle/record', async (request, response) => {
    const { community, brief, state, member, viewer } = await governedBy(parts, request);
    const before = wholeNumber(query(request, 'before'));
    const group = groupNamed(query(request, 'only'));
    const only = group && narrowedTo(group, state.seq, before);
    const entries = await house.record.page(community.iri, before, ENTRIES_PER_PAGE, only).catch(unreadable);
    const isMember = member !== null;
    const { report, at } = await checks(community.iri, state.head);
    const { page: pages } = house.addresses;
    const handle = pageHandle(community);
    const nameOf = await namesIn(house, state, peopleIn(entries));
    const path = pages.record(handle);
    const shell = shellOf(parts, request);
    const say = sayIn(shell);
    show(
      response,
      recordPage({
        shell,
        community: brief,
        entries: entryModels(
          entries,
          namingFor({ state, nameOf, isMember, pages, handle, say }),
          viewer === null ? undefined : { state, viewer: viewer.iri, path },
        ),
        ...turning(path, entries, before, group && only && { group, after: only.after }),
        groups: groupLinks(path, group, say),
        checked: checkedModel(report, at, isMember),
        whoSees: whoSees(community, say),
        ...(await countersigned(house, state)),
        verify: `${path}/verify`,
        verifyCommand: `npm run folkmoot -- record verify ${community.name}`,
        ...(isMember ? { download: `${path}.json` } : {}),
      }),
    );
  });

  router.get('/communities/:handle/record/:seq/erase', async (request, response) => {
    const { governed, texts, path, seq } = await erasable(parts, request);
    const back = `${path}?before=${seq + 1}#e-${seq}`;
    show(
      response,
      erasePage({
        shell: shellOf(parts, request),
        community: governed.brief,
        seq,
        texts,
        form: `${path}/${seq}/erase`,
        back,
      }),
    );
  });

  router.post('/communities/:handle/record/:seq/erase', async (request, response) => {
    const { governed, viewer, path, seq } = await erasable(parts, request);
    const { iri: community } = governed.community;
    const asked = { community, seq, path: field(request, 'path'), by: viewer.iri, reason: '' };
    const erased = await parts.actions.eraseText(asked);
    if (erased.ok) {
      await parts.settle();
      leaveNotice(request, 'done', 'It is erased here. Servers that got it from us are asked to forget it.');
    } else leaveNotice(request, 'refused', sentenceOf(erased.refusal));
    goTo(response, path);
  });

  /** One entry a line, as stored, so that another program can verify the chain. It names members: for members. */
  router.get('/communities/:handle/record.json', async (request, response) => {
    const { community, member } = await governedBy(parts, request);
    if (member === null) throw new NotFound('The record as data is for members.');
    response.type('application/x-ndjson').attachment(`${community.name}-record.json`);
    await pipeline(Readable.from(lines(house.record.after(community.iri, 0))), response);
  });
};

/** The texts of an entry that the viewer wrote, and may have erased; for everybody else the page is not there. */
async function erasable(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const governed = await governedBy(parts, request);
  const entry = await parts.house.record.entry(governed.community.iri, wholeNumber(param(request, 'seq')) ?? 0);
  const texts = entry === null ? [] : ownTexts(governed.state, entry, viewer.iri);
  if (entry === null || texts.length === 0) throw new NotFound('There is nothing that you could have erased.');
  const path = parts.house.addresses.page.record(pageHandle(governed.community));
  return { viewer, governed, texts, path, seq: entry.head.seq };
}

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
