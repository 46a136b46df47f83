import { type Request, type Response, Router, urlencoded } from 'express';
import { lettersByLinkPage, type QuietModel, quietPage } from '../../views/pages/quiet.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { wishByLink } from '../accounts/letter-links.ts';
import { isLetterWay, type LetterWay } from '../community/letters.ts';
import { handleOf } from '../community/person.ts';
import { type QuietHours, readQuietHours } from '../community/quiet-hours.ts';
import { sentenceOf } from '../community/result.ts';
import { browserNoticesModel } from './browser-notices.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import { param, query } from './governed.ts';
import { languageOf } from './language-of.ts';

export const quietRoutes: Routes = (parts, router) => {
  const { house, actions } = parts;

  router.get('/you/quiet', async (request, response) => {
    const { iri } = requireViewer(request);
    show(response, quietPage(await quietModel(parts, request, valuesOf(await house.quietHours.of(iri)))));
  });

  router.post('/you/quiet', async (request, response) => {
    const { iri: person } = requireViewer(request);
    const [from, until, zone] = [field(request, 'from'), field(request, 'until'), field(request, 'zone')];
    const [on, weekends] = [field(request, 'on') === 'yes', field(request, 'weekends') === 'yes'];
    const read = readQuietHours({ on, from, until, weekends, zone });
    if (!read.ok) {
      const { code } = read.refusal;
      const text = sentenceOf(read.refusal);
      const errors = code === 'bad-zone' ? { zone: text } : { from: text };
      const values = { from, until, zone, ...ticked({ on, weekends }) };
      return show(
        response,
        quietPage({ ...(await quietModel(parts, request, values)), form: { values, errors } }),
        422,
      );
    }
    await actions.keepQuiet({ person, hours: read.value });
    leaveNotice(request, 'done', 'Saved.');
    goTo(response, '/you/quiet');
  });

  router.post('/you/letters', async (request, response) => {
    const { iri: person } = requireViewer(request);
    const way = field(request, 'way');
    // Letters go to whoever has shown that she reads them there.
    const may = way === 'off' || (house.sendsMail && (await house.emailAddresses.of(person)) !== null);
    if (isLetterWay(way) && may) {
      await house.personLanguages.suggest(person, languageOf(request));
      await actions.wishForLetters({ person, way });
      leaveNotice(request, 'done', 'Saved.');
    } else leaveNotice(request, 'refused', 'Confirm your e-mail address first, then choose how often letters come.');
    goTo(response, '/you/quiet');
  });

  router.post('/you/letters/renew', async (request, response) => {
    await house.letterWishes.renew(requireViewer(request).iri);
    leaveNotice(request, 'done', 'Done. Links and reply addresses in earlier letters do nothing any more.');
    goTo(response, '/you/quiet');
  });
};

const ticked = ({ on, weekends }: Pick<QuietHours, 'on' | 'weekends'>) => ({
  ...(on ? { on: 'yes' } : {}),
  ...(weekends ? { weekends: 'yes' } : {}),
});

const valuesOf = ({ from, until, zone, ...rest }: QuietHours): QuietModel['form']['values'] => ({
  from: String(from),
  until: String(until),
  zone,
  ...ticked(rest),
});

async function quietModel(
  { house, ...parts }: PagesParts,
  request: Request,
  values: QuietModel['form']['values'],
): Promise<QuietModel> {
  const { iri } = requireViewer(request);
  const [address, wish] = await Promise.all([house.emailAddresses.of(iri), house.letterWishes.of(iri)]);
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  const { zone = '' } = values;
  return {
    shell: shellOf({ house, ...parts }, request),
    form: { values, errors: {} },
    // A name that is older than the list is still a zone.
    zones: zones.includes(zone) || zone === '' ? zones : [zone, ...zones],
    letters: { ...EMPTY_FORM, values: { way: wish?.way ?? 'off' } },
    hadLetters: wish !== null,
    told: await browserNoticesModel({ house, ...parts }, request),
    ...(house.sendsMail ? (address === null ? { noLetters: 'no-address' } : {}) : { noLetters: 'not-sent' }),
  };
}

/**
 * `/letters/…`: what the link in a letter opens. Before there are sessions: whoever holds the letter may do this and no
 * more, and a mail program may send the form by itself (RFC 8058), from wherever it runs. A GET changes nothing.
 */
export function lettersByLink(parts: PagesParts): Router {
  const router = Router({ caseSensitive: true });
  router.get('/letters/:token', async (request, response) => {
    const saved = query(request, 'saved') !== undefined;
    await showLetters(parts, request, response, saved);
  });
  router.post('/letters/:token', urlencoded({ extended: false, limit: '4kb' }), async (request, response) => {
    const { person } = await wishOf(parts, request);
    const isOneClick = field(request, 'List-Unsubscribe') === 'One-Click';
    const said = field(request, 'way');
    const way: LetterWay | null = isOneClick ? 'off' : isLetterWay(said) ? said : null;
    if (way !== null) await parts.actions.wishForLetters({ person, way });
    response.set('Cache-Control', 'no-store');
    if (isOneClick) response.status(200).type('text').send('No such letters are sent any more.\n');
    else response.redirect(303, `${request.path}?saved`);
  });
  return router;
}

async function wishOf({ house }: PagesParts, request: Request) {
  const wish = await wishByLink(house, param(request, 'token'));
  if (wish === null) throw new NotFound('This link is over. Sign in, and choose under You how often letters come.');
  return wish;
}

async function showLetters(parts: PagesParts, request: Request, response: Response, saved: boolean): Promise<void> {
  const { person: iri, way } = await wishOf(parts, request);
  const person = await parts.house.people.byIri(iri);
  if (person === null) throw new NotFound('This link is over.');
  response.set('Cache-Control', 'no-store');
  const form = { ...EMPTY_FORM, values: { way } };
  const shell = shellOf(parts, request);
  show(response, lettersByLinkPage({ shell, handle: handleOf(person), action: request.path, form, saved }));
}
