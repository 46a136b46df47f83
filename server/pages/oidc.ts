import type { Request, Response } from 'express';
import { newcomerPage } from '../../views/pages/newcomer.ts';
import { onwardPage } from '../../views/pages/onward.ts';
import { EMPTY_FORM, type Form } from '../../views/parts/field.ts';
import { keepConfirmed } from '../accounts/confirmed.ts';
import type { CameBack, Errand } from '../accounts/oidc/desk.ts';
import type { Provider } from '../accounts/oidc/provider.ts';
import { keepBriefly } from '../accounts/passkeys/challenges.ts';
import { startSession } from '../accounts/sign-in.ts';
import { signUpBy, takesInvitation } from '../accounts/sign-up-by.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said, together } from '../community/said.ts';
import type { Identity } from '../ports/ways-in.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, NotFound, saveSession, shellOf, show, viewerOf } from './context.ts';
import { param } from './governed.ts';
import { languageOf } from './language-of.ts';
import { localPath } from './local-path.ts';
import { showSignIn, staysOpener } from './sign-in.ts';
import { accountErrors } from './sign-up.ts';

declare module 'express-session' {
  interface SessionData {
    /** Somebody whom a provider named and who has no account here: until she has chosen a name. */
    newcomer: {
      readonly identity: Omit<Identity, 'since'>;
      readonly next: string;
      readonly invitation?: string;
      /** ISO 8601. */
      readonly until: string;
    };
  }
}

const QUARTER_HOUR_MS = 15 * 60_000;

/** Signing in, and opening an account, by the word of another house. */
export const oidcRoutes: Routes = (parts, router) => {
  router.post('/sign-in/by/:provider', async (request, response) => {
    const provider = providerBy(parts, param(request, 'provider'));
    const next = localPath(field(request, 'next'));
    const invitation = field(request, 'invitation').slice(0, 200);
    const errand: Errand = { purpose: 'sign-in', next, ...(invitation === '' ? {} : { invitation }) };
    await leadOn(parts, request, response, { provider, errand });
  });

  router.get('/sign-in/by/:provider/back', async (request, response) => {
    const provider = providerBy(parts, param(request, 'provider'));
    const next = request.session.errand?.next ?? '/';
    staysOpener(response, next);
    const came = await parts.oidc.back(request, provider);
    if (came.ok) return ARRIVED[came.value.errand.purpose](parts, request, response, came.value);
    const { code } = came.refusal;
    const text = sentenceOf(came.refusal);
    await refuse(parts, request, response, { text, status: code === 'away' ? 503 : 422, next });
  });

  router.get('/sign-up/by', (request, response) => showNewcomer(parts, request, response, EMPTY_FORM));

  router.post('/sign-up/by', async (request, response) => {
    const newcomer = newcomerIn(request);
    if (newcomer === null) return showNewcomer(parts, request, response, EMPTY_FORM);
    const username = field(request, 'username');
    const { identity, invitation, next } = newcomer;
    const opened = await signUpBy(parts.house, {
      username,
      identity: { ...identity, since: new Date() },
      language: languageOf(request),
      ...(invitation === undefined ? {} : { invitation }),
    });
    if (!opened.ok) {
      return showNewcomer(parts, request, response, { values: { username }, ...accountErrors(opened.refusal) }, 422);
    }
    await startSession(request, { person: opened.value, epoch: 0 });
    leaveNotice(request, 'done', said`Your account is open. Welcome, ${opened.value.username}.`);
    goTo(response, next === '/' ? '/communities' : next);
  });
};

/** What becomes of who came back, by the errand she was on. */
const ARRIVED: Readonly<
  Record<Errand['purpose'], (parts: PagesParts, request: Request, response: Response, came: CameBack) => Promise<void>>
> = {
  'sign-in': async (parts, request, response, { led, ...came }) => {
    const { next } = came.errand;
    if (led === null) return welcome(parts, request, response, came);
    const entered = await parts.enter(request, led, { standsForCode: false });
    if (entered.outcome === 'code-needed') return goTo(response, `/sign-in/code?next=${encodeURIComponent(next)}`);
    goTo(response, next);
  },
  connect: async (parts, request, response, { provider, identity, errand }) => {
    const viewer = viewerOf(request);
    if (viewer === null || viewer.iri !== errand.person) return goTo(response, '/sign-in?next=/you/ways-in');
    if ((await parts.house.waysIn.addIdentity(viewer.iri, identity)) === 'added') {
      leaveNotice(request, 'done', said`Connected. From now on you can sign in by ${provider.name}.`);
    } else {
      leaveNotice(
        request,
        'refused',
        said`Your account at ${provider.name} leads to an account here already, or you have connected another one.`,
      );
    }
    goTo(response, '/you/ways-in');
  },
  confirm: async (_parts, request, response, { provider, led, errand }) => {
    const viewer = viewerOf(request);
    if (viewer === null || viewer.iri !== errand.person) return goTo(response, '/sign-in?next=/you/ways-in');
    if (led?.person.iri === viewer.iri) keepConfirmed(request);
    else
      leaveNotice(request, 'refused', said`At ${provider.name} you signed in as somebody else. Nothing was changed.`);
    await saveSession(request);
    goTo(response, '/you/ways-in');
  },
};

/** Somebody whom a provider names, and who has no account here. */
async function welcome(
  parts: PagesParts,
  request: Request,
  response: Response,
  { provider, identity, errand }: Omit<CameBack, 'led'>,
): Promise<void> {
  const { next, invitation } = errand;
  const unknown = said`No account here is connected with your account at ${provider.name}.`;
  const connect = said`If you have one here, sign in to it as you do, and connect them under You, Ways to sign in.`;
  const refusal = (how: Sentence) =>
    refuse(parts, request, response, { text: together(unknown, connect, how), status: 422, next });
  if (!provider.opensAccounts) return refusal(said`By ${provider.name} no account can be opened here.`);
  // What the members decided in their charter goes for everybody, by whose word ever she comes.
  if (invitation === undefined && (await takesInvitation(parts.house))) {
    return refusal(said`A new account takes an invitation: open its link, and go on with ${provider.name} there.`);
  }
  await new Promise<void>((resolve, reject) => {
    // Under a new id: who knew the one before must not choose the name.
    request.session.regenerate((cause) => (cause ? reject(cause) : resolve()));
  });
  const { since: _, ...kept } = identity;
  const until = new Date(Date.now() + QUARTER_HOUR_MS).toISOString();
  request.session.newcomer = { identity: kept, next, until, ...(invitation === undefined ? {} : { invitation }) };
  keepBriefly(request);
  await saveSession(request);
  goTo(response, '/sign-up/by');
}

function newcomerIn(request: Request) {
  const { newcomer } = request.session;
  return newcomer === undefined || new Date(newcomer.until) <= new Date() ? null : newcomer;
}

function showNewcomer(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: Form<'username'>,
  status = 200,
): void {
  const newcomer = newcomerIn(request);
  if (newcomer === null) {
    goTo(response, '/sign-in');
    return;
  }
  const { name, organisation } = newcomer.identity;
  const its = organisation === undefined ? {} : { organisation };
  show(response, newcomerPage({ shell: shellOf(parts, request), provider: name, form, ...its }), status);
}

/** Leads the browser to a provider. By a page: what a form may lead to is held against this server's own address. */
export async function leadOn(
  parts: PagesParts,
  request: Request,
  response: Response,
  { provider, errand }: { readonly provider: Provider; readonly errand: Errand },
): Promise<void> {
  staysOpener(response, errand.next);
  const begun = await parts.oidc.begin(request, provider, errand);
  if (!begun.ok) {
    const { code } = begun.refusal;
    const text = sentenceOf(begun.refusal);
    if (code === 'too-often') response.set('Retry-After', '900');
    return refuse(parts, request, response, { text, status: code === 'away' ? 503 : 429, next: errand.next });
  }
  await saveSession(request);
  response.set({ Refresh: `0; url=${begun.value}`, 'Cache-Control': 'no-store' });
  show(response, onwardPage({ shell: shellOf(parts, request), name: provider.name, to: begun.value }));
}

/** To where she was: the page of sign-in, or her own. */
async function refuse(
  parts: PagesParts,
  request: Request,
  response: Response,
  { text, status, next }: { readonly text: Sentence; readonly status: number; readonly next: string },
): Promise<void> {
  if (viewerOf(request) === null) {
    const form = { values: {}, errors: {}, error: text };
    return showSignIn(parts, request, response, { next, form }, status);
  }
  leaveNotice(request, 'refused', text);
  goTo(response, '/you/ways-in');
}

export function providerBy(parts: PagesParts, id: string): Provider {
  const provider = parts.oidc.providers.find((one) => one.id === id);
  if (provider === undefined) throw new NotFound('There is no such provider.');
  return provider;
}
