import type { Request, Response } from 'express';
import { type CaptureModel, capturePage } from '../../../views/pages/notebook/capture.ts';
import type { Form } from '../../../views/parts/field.ts';
import { CAPTURE_MAIL } from '../../../views/words/capture-mail.ts';
import { CAPTURE } from '../../../views/words/notebook-capture.ts';
import { speaker } from '../../../views/words/speaking.ts';
import { webAddress } from '../../community/notebook/note.ts';
import type { Refusal } from '../../community/result.ts';
import { sentenceOf } from '../../community/result.ts';
import type { Sentence } from '../../community/said.ts';
import type { PagesParts, Routes } from '../context.ts';
import { field, goTo, pageHandle, requireViewer, shellOf, show } from '../context.ts';
import { query } from '../governed.ts';
import { languageOf } from '../language-of.ts';
import { notePath } from '../models/notebook/paths.ts';
import { leaveWords, lookBackIn, ownCommunities } from './common.ts';

type CaptureForm = CaptureModel['form'];

/**
 * Keeps something in one step. A share target or a bookmark in the browser leads here with an address, a title and a
 * text; nothing is kept before she says so.
 */
export const captureRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/capture', async (request, response) => {
    requireViewer(request);
    const asked = (name: string, most: number) => (query(request, name) ?? '').replaceAll('\0', '').slice(0, most);
    const [text, url] = addressApart(asked('text', 10_000), asked('url', 2000));
    const values = { title: asked('title', 200), text, url, where: 'note' };
    await showForm(parts, request, response, { values, errors: {} });
  });

  router.post('/capture/address', async (request, response) => {
    const { iri } = requireViewer(request);
    const may = house.replyAddresses !== undefined && (await house.emailAddresses.of(iri)) !== null;
    if (field(request, 'do') === 'end') {
      await house.captureAddresses.end(iri);
      leaveWords(request, CAPTURE_MAIL.ended);
    } else if (may) {
      await house.captureAddresses.renew(iri);
      await house.personLanguages.suggest(iri, languageOf(request));
      leaveWords(request, CAPTURE_MAIL.made);
    }
    goTo(response, '/capture#by-mail');
  });

  router.post('/capture', async (request, response) => {
    const { iri: by } = requireViewer(request);
    const said = {
      title: field(request, 'title'),
      text: field(request, 'text'),
      url: field(request, 'url').trim(),
      where: field(request, 'where'),
      community: field(request, 'community'),
      days: field(request, 'days'),
      notice: field(request, 'notice'),
    };
    const refuse = (errors: Form<'where' | 'community' | 'url' | 'text'>['errors'], error?: Sentence) =>
      showForm(parts, request, response, { values: said, errors, ...(error === undefined ? {} : { error }) });
    const { title, text, url, where } = said;
    const say = speaker(languageOf(request));
    if (where === 'note') {
      const lookBack = lookBackIn(request) ?? null;
      const added = await actions.addNote({ by, said: { title, text, addresses: url, lookBack } });
      if (!added.ok) return refuse(...wrongWith(added.refusal));
      leaveWords(request, CAPTURE.kept);
      return goTo(response, notePath(added.value.id));
    }
    if (where !== 'snag' && where !== 'spark') return refuse({ where: say.text(CAPTURE.chooseWhere) });
    const community = (await ownCommunities(parts, requireViewer(request))).find(({ iri }) => iri === said.community);
    if (community === undefined) return refuse({ community: say.text(CAPTURE.chooseCommunity) });
    const body = [text, url].filter((part) => part !== '').join('\n\n');
    const draft = { author: by, community: community.iri, title, text: body, kind: where };
    const posted = await actions.publishPost(draft);
    if (!posted.ok) return refuse(...wrongWith(posted.refusal));
    await parts.settle();
    leaveWords(request, CAPTURE.posted);
    const known = await house.communities.byIri(community.iri);
    goTo(response, known === null ? '/' : house.addresses.page.thread(pageHandle(known), posted.value.thread));
  });
};

function wrongWith(refusal: Refusal): [Form<'url' | 'text'>['errors'], Sentence?] {
  const { code } = refusal;
  const text = sentenceOf(refusal);
  if (code === 'bad-address') return [{ url: text }];
  return code === 'empty' || code === 'no-text' ? [{ text }] : [{}, text];
}

/** Phones hand over the address inside the text. */
function addressApart(text: string, url: string): readonly [text: string, url: string] {
  if (url !== '') return [text, url];
  const found = /https?:\/\/\S+$/.exec(text.trim())?.[0];
  const address = found === undefined ? null : webAddress(found);
  return found === undefined || address === null ? [text, url] : [text.trim().slice(0, -found.length).trim(), address];
}

/** Her address for letters, where this server takes any in. */
async function mailModel({ house }: PagesParts, request: Request): Promise<Pick<CaptureModel, 'mail'>> {
  const { replyAddresses, captureAddresses, emailAddresses } = house;
  if (replyAddresses === undefined) return {};
  const { iri: person } = requireViewer(request);
  const [epoch, own] = await Promise.all([captureAddresses.of(person), emailAddresses.of(person)]);
  const address = epoch === null ? {} : { address: replyAddresses.issueCapture({ person, epoch }) };
  return { mail: { ...address, mayHave: own !== null } };
}

async function showForm(parts: PagesParts, request: Request, response: Response, form: CaptureForm): Promise<void> {
  const communities = await ownCommunities(parts, requireViewer(request));
  const isWrong = form.error !== undefined || Object.keys(form.errors).length > 0;
  const model = { shell: shellOf(parts, request), communities, form, ...(await mailModel(parts, request)) };
  show(response, capturePage(model), isWrong ? 422 : 200);
}
