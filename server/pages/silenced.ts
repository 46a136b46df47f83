import type { Request } from 'express';
import { type SilencedModel, silencedPage } from '../../views/pages/silenced.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { isStanding } from '../actions/own/unwanted-by.ts';
import { type ActorIri, actorIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { said, together } from '../community/said.ts';
import { readHost } from '../community/unwanted.ts';
import type { Mark } from '../ports/marks.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, requireViewer, shellOf, show } from './context.ts';
import { param } from './governed.ts';
import { authorsOf, personHandle } from './models/person.ts';
import { personBy } from './people.ts';

/** Whom somebody does not want to hear: in her own lists alone, the same here as in her apps. */
export const silencedRoutes: Routes = (parts, router) => {
  const { actions, house } = parts;

  router.get('/you/silenced', async (request, response) => {
    show(response, silencedPage(await modelOf(parts, request)));
  });

  router.post('/you/silenced', async (request, response) => {
    const { iri: by } = requireViewer(request);
    const [what, subject] = [field(request, 'do'), field(request, 'subject')];
    const kind = /^un(mute|block|domain)$/.exec(what)?.[1] as 'mute' | 'block' | 'domain' | undefined;
    if (kind === undefined) {
      const domain = field(request, 'domain');
      const done = await actions.blockDomain({ by, domain });
      if (!done.ok) {
        const form = { values: { domain }, errors: { domain: sentenceOf(done.refusal) } };
        return show(response, silencedPage({ ...(await modelOf(parts, request)), form }), 422);
      }
      leaveNotice(request, 'done', said`You hear nobody from ${readHost(domain) ?? domain} any more.`);
    } else {
      await actions.takeMarkAway({ by, kind, subject });
      leaveNotice(request, 'done', 'You hear them again.');
    }
    goTo(response, '/you/silenced');
  });

  router.post('/people/:handle/silence', async (request, response) => {
    const viewer = requireViewer(request);
    const person = await personBy(parts, param(request, 'handle'));
    const what = field(request, 'do');
    const done = await silence(parts, { by: viewer, actor: person.iri, what });
    const name = person.displayName || person.username;
    if (done === null) leaveNotice(request, 'done', said`You hear ${name} again.`);
    else if (done.ok)
      leaveNotice(
        request,
        'done',
        together(said`What ${name} writes is left out for you.`, what === 'block' ? BLOCKED : said`Nobody is told.`),
      );
    else leaveNotice(request, 'refused', sentenceOf(done.refusal));
    goTo(response, house.addresses.page.person(personHandle(person)));
  });
};

const BLOCKED = said`Nobody is told, but where somebody quoted you whom you block, that is taken back.`;

/** @returns `null` where somebody is to be heard again */
async function silence(
  { actions }: PagesParts,
  { by: { iri: by }, actor, what }: { readonly by: Person; readonly actor: ActorIri; readonly what: string },
): Promise<Result<null> | null> {
  if (what === 'mute') return actions.muteActor({ by, actor, notices: false });
  if (what === 'block') return actions.blockActor({ by, actor });
  await Promise.all((['mute', 'block'] as const).map((kind) => actions.takeMarkAway({ by, kind, subject: actor })));
  return null;
}

async function modelOf(parts: PagesParts, request: Request): Promise<SilencedModel> {
  const { house } = parts;
  const marks = await house.marks.of(requireViewer(request).iri, ['mute', 'block', 'domain']);
  const now = house.clock.now();
  const standing = marks.filter((mark) => isStanding(mark, now));
  const authorOf = await authorsOf(
    house,
    standing.filter(({ kind }) => kind !== 'domain').map(({ subject }) => actorIri(subject)),
  );
  const of = (wanted: Mark['kind']) =>
    standing
      .filter(({ kind }) => kind === wanted)
      .map(({ subject, until }) => ({
        iri: subject,
        author: authorOf(actorIri(subject)),
        ...(until === undefined ? {} : { until }),
      }));
  const servers = standing.filter(({ kind }) => kind === 'domain').map(({ subject }) => subject);
  return { shell: shellOf(parts, request), muted: of('mute'), blocked: of('block'), servers, form: EMPTY_FORM };
}
