import type { Request, Response } from 'express';
import { z } from 'zod';
import { isStanding } from '../../actions/own/unwanted-by.ts';
import type { ActorIri } from '../../community/ids.ts';
import { numberAt } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import { readHost } from '../../community/unwanted.ts';
import type { Mark, MarkKind } from '../../ports/marks.ts';
import { askedBy } from '../bearer.ts';
import { flag, read, whole, words } from '../bodies.ts';
import { accountsOf } from '../entities/account.ts';
import { relationshipEntity } from '../entities/relationship.ts';
import { statusEntityOf } from '../entities/status.ts';
import { refusalError } from '../errors.ts';
import { actorBy, iriOf, postBy } from '../find.ts';
import { linkPages, pageBy, wantedBy } from '../paging.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

const idIn = (request: Request): string => String(request.params.id);
/** A mute lasts a hundred years at most, in seconds: longer is for good. */
const LONGEST_MUTE = 3_153_600_000;
const muting = z.object({ notifications: flag.optional(), duration: whole(0, LONGEST_MUTE).nullish() });
const server = z.object({ domain: z.string('Name a server').max(300) });

/**
 * What somebody does not want to see, and what she notes for herself about others. All of it is in her own lists alone:
 * nobody is told, nothing is sent, and in a community nobody is silenced for anybody else by it.
 */
export const silenceRoutes: ApiRoutes = (parts, router) => {
  const { house, actions } = parts;
  const related = async (viewer: Person, other: ActorIri) => relationshipEntity(house, viewer, other);

  router.post('/api/v1/accounts/:id/mute', async (request, response) => {
    const viewer = askedBy(request, 'write:mutes');
    const actor = iriOf(await actorBy(house, idIn(request)));
    const { notifications = true, duration } = read(request, muting);
    const done = await actions.muteActor({ by: viewer.iri, actor, notices: notifications, seconds: duration ?? 0 });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(await related(viewer, actor));
  });
  // Of a thread she is told no more; what stands in it is shown as ever.
  router.post('/api/v1/statuses/:id/mute', async (request, response) => {
    const viewer = askedBy(request, 'write:mutes');
    const post = await postBy(house, idIn(request), viewer);
    const done = await actions.muteThread({ by: viewer.iri, post: post.iri });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(await statusEntityOf(house, post, viewer));
  });
  router.post('/api/v1/statuses/:id/unmute', async (request, response) => {
    const viewer = askedBy(request, 'write:mutes');
    const post = await postBy(house, idIn(request), viewer);
    await actions.takeMarkAway({ by: viewer.iri, kind: 'muted-thread', subject: post.thread });
    response.json(await statusEntityOf(house, post, viewer));
  });
  router.post('/api/v1/accounts/:id/block', async (request, response) => {
    const viewer = askedBy(request, 'write:blocks');
    const actor = iriOf(await actorBy(house, idIn(request)));
    const done = await actions.blockActor({ by: viewer.iri, actor });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(await related(viewer, actor));
  });
  for (const kind of ['mute', 'block'] as const) {
    router.post(`/api/v1/accounts/:id/un${kind}`, async (request, response) => {
      const viewer = askedBy(request, `write:${kind}s`);
      const actor = iriOf(await actorBy(house, idIn(request)));
      await actions.takeMarkAway({ by: viewer.iri, kind, subject: actor });
      response.json(await related(viewer, actor));
    });
    router.get(`/api/v1/${kind}s`, async (request, response) => {
      const viewer = askedBy(request, `read:${kind}s`);
      const marks = await marksPage(parts, { request, response, viewer, kind });
      const accountOf = await accountsOf(
        house,
        marks.map(({ subject }) => subject as ActorIri),
      );
      const ends = ({ until }: Mark) => (kind === 'mute' ? { mute_expires_at: until?.toISOString() ?? null } : {});
      response.json(marks.map((mark) => ({ ...accountOf(mark.subject as ActorIri), ...ends(mark) })));
    });
  }

  router.get('/api/v1/domain_blocks', async (request, response) => {
    const viewer = askedBy(request, 'read:blocks');
    const marks = await marksPage(parts, { request, response, viewer, kind: 'domain' });
    response.json(marks.map(({ subject }) => subject));
  });
  router.post('/api/v1/domain_blocks', async (request, response) => {
    const viewer = askedBy(request, 'write:blocks');
    const done = await actions.blockDomain({ by: viewer.iri, domain: read(request, server).domain });
    if (!done.ok) throw refusalError(done.refusal);
    response.json({});
  });
  router.delete('/api/v1/domain_blocks', async (request, response) => {
    const viewer = askedBy(request, 'write:blocks');
    const { domain } = read(request, server);
    await actions.takeMarkAway({ by: viewer.iri, kind: 'domain', subject: readHost(domain) ?? domain });
    response.json({});
  });

  router.post('/api/v1/accounts/:id/note', async (request, response) => {
    const viewer = askedBy(request, 'write:accounts');
    const actor = iriOf(await actorBy(house, idIn(request)));
    const { comment = '' } = read(request, z.object({ comment: words(100_000) }));
    const done = await actions.noteActor({ by: viewer.iri, actor, text: comment });
    if (!done.ok) throw refusalError(done.refusal);
    response.json(await related(viewer, actor));
  });
};

interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly viewer: Person;
  readonly kind: MarkKind;
}

/** A page of what she keeps of one kind, newest first; a mute whose time is over is none. */
async function marksPage({ house }: ApiParts, { request, response, viewer, kind }: Asked): Promise<readonly Mark[]> {
  const wanted = kind === 'domain' ? wantedBy(request, 100, 200) : wantedBy(request, 40, 80);
  const numberOf = ({ at, subject }: Mark): bigint => numberAt(at, subject);
  const page = await pageBy<Mark>(wanted, numberOf, (stretch) => house.marks.stretch(viewer.iri, kind, stretch));
  const shown = page.map((mark) => numberOf(mark).toString());
  linkPages(request, response, { origin: house.addresses.origin, shown, limit: wanted.limit });
  const now = house.clock.now();
  return page.filter((mark) => isStanding(mark, now));
}
