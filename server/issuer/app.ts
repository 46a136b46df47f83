import express, { type Request, type Response } from 'express';
import { render } from '../../views/html.ts';
import { issuerPage, tokenPage } from '../../views/pages/issuer.ts';
import { isLanguage, LANGUAGES, type Language } from '../../views/words/language.ts';
import { sentenceOf } from '../community/result.ts';
import { isEpoch } from '../governance/voices/epoch.ts';
import { LEAST_ISSUED } from '../governance/voices/issuer.ts';
import { BadRoll, type Issuer } from './issuer.ts';

/**
 * An issuer's own small site. It writes no log of who came, knows no cookies, and needs no script: what is signed is
 * made on the community's page or by the command, and comes here as a text.
 *
 * @param fault told of what went wrong, never of who asked
 */
export function createIssuerApp(issuer: Issuer, fault: (cause: unknown) => void): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({
      'Content-Security-Policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    next();
  });

  app.get('/', async (request, response) => {
    const [{ epoch }, key] = [await issuer.present(), await issuer.publicKey()];
    const { organisation } = issuer;
    const issuedTo = (await issuer.statement(epoch))?.statement.issuedTo ?? [];
    const language = languageOf(request);
    show(response, issuerPage({ language, organisation, epoch, key, issuedTo, least: LEAST_ISSUED }));
  });

  app.get('/epochs/:file', async (request, response) => {
    const [, epoch = ''] = /^(.+)\.json$/.exec(request.params.file) ?? [];
    const said = isEpoch(epoch) ? await issuer.statement(epoch) : null;
    if (said === null) response.status(404).json({ code: 'no-such-epoch', text: 'Nothing was issued then.' });
    else response.json(said);
  });

  app.get('/token', (request, response) => {
    const { blinded, epoch } = given(request.query);
    const { organisation } = issuer;
    show(response, tokenPage({ language: languageOf(request), organisation, epoch, blinded }));
  });

  app.post('/token', express.urlencoded({ extended: false, limit: '16kb' }), async (request, response) => {
    const asked = given(request.body);
    const result = await issuer.issue(asked);
    const status = result.ok ? 200 : 409;
    if (request.accepts(['html', 'json']) === 'json') {
      response.status(status).json(result.ok ? result.value : result.refusal);
      return;
    }
    const { organisation } = issuer;
    const shown = result.ok ? { signature: result.value.signature } : { refusal: sentenceOf(result.refusal) };
    const { epoch, blinded } = asked;
    const language = languageOf(request);
    show(response, tokenPage({ language, organisation, epoch, blinded, ...shown }), status);
  });

  app.use((_request, response) => void response.status(404).type('text').send('There is no such page here.'));
  app.use((cause: unknown, _request: Request, response: Response, _next: unknown) => {
    fault(cause);
    const text =
      cause instanceof BadRoll
        ? 'The roll cannot be read. Tell whoever keeps it.'
        : 'Something went wrong here. Nothing is lost; try again.';
    response.status(500).json({ code: 'fault', text });
  });
  return app;
}

const show = (response: Response, page: Parameters<typeof render>[0], status = 200): void =>
  void response.status(status).type('html').send(render(page));

/** The first language that the browser asks for and the pages speak: there are no cookies here. */
function languageOf(request: Request): Language {
  const wanted = request.acceptsLanguages(...LANGUAGES);
  return isLanguage(wanted) ? wanted : 'en';
}

function given(fields: unknown) {
  const { code, blinded, epoch } = (fields ?? {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { code: text(code), blinded: text(blinded).trim(), epoch: text(epoch) };
}
