import type { Request } from 'express';
import { Router, urlencoded } from 'express';
import { statementOf } from '../actions/voices/epochs.ts';
import type { CaseId, CommunityIri, PostIri } from '../community/ids.ts';
import { epochOf, epochsLater } from '../governance/voices/epoch.ts';
import { LEAST_ISSUED } from '../governance/voices/issuer.ts';
import type { PagesParts } from './context.ts';
import { communityBy, field, NotFound } from './context.ts';
import { param } from './governed.ts';
import { answer, withoutIdentity } from './secret-anonymous.ts';

/**
 * Where tokens are spent and voices without a name speak: before there are sessions, as secret ballots are cast, so
 * that neither a cookie nor an account comes along; and nothing here writes down who asked, or from where.
 */
export function voiceAnonymous(parts: PagesParts): Router {
  const { actions } = parts;
  const router = Router({ caseSensitive: true });
  const path = '/communities/:handle/voice';

  /** What a program has to know to make a token; the same for everybody. */
  router.get(`${path}/setup.json`, async (request, response) => {
    const { iri } = await hereBy(parts, request);
    answer(response, { ok: true, value: await voiceSetup(parts, iri) });
  });

  router.post(
    `${path}/redeem`,
    withoutIdentity,
    urlencoded({ extended: false, limit: '16kb' }),
    async (request, response) => {
      const { iri } = await hereBy(parts, request);
      const given = fieldsOf(request, ['organisation', 'epoch', 'token', 'prefix', 'paper']);
      const result = await actions.redeemToken({ community: iri, ...given });
      if (!result.ok) return answer(response, result);
      const { name, among, speaksFrom } = result.value;
      answer(response, { ok: true, value: { name, among, speaksFrom: speaksFrom.toISOString() } });
    },
  );

  router.post(
    `${path}/speak`,
    withoutIdentity,
    urlencoded({ extended: false, limit: '64kb' }),
    async (request, response) => {
      const { iri } = await hereBy(parts, request);
      const { inReplyTo, ...said } = fieldsOf(request, ['token', 'text', 'number', 'inReplyTo', 'signature']);
      const reply = inReplyTo === '' ? {} : { inReplyTo: inReplyTo as PostIri };
      const result = await actions.speakUnnamed({ community: iri, ...said, ...reply });
      if (!result.ok) return answer(response, result);
      const { thread, standing } = result.value;
      const page = parts.house.addresses.page.thread(param(request, 'handle'), thread);
      answer(response, { ok: true, value: { page, standing: standing.state } });
    },
  );
  router.post(
    `${path}/appeal`,
    withoutIdentity,
    urlencoded({ extended: false, limit: '64kb' }),
    async (request, response) => {
      const { iri } = await hereBy(parts, request);
      const contested = fieldsOf(request, ['token', 'case', 'words', 'signature']);
      const result = await actions.appealUnnamed({ community: iri, ...contested });
      if (!result.ok) return answer(response, result);
      const page = parts.house.addresses.page.case(param(request, 'handle'), contested.case as CaseId);
      answer(response, { ok: true, value: { page } });
    },
  );
  return router;
}

/** Whose tokens a community takes, and what is known of this month's. */
export async function voiceSetup({ house }: Pick<PagesParts, 'house'>, community: CommunityIri) {
  const now = house.clock.now();
  const issuers = [...((await house.states.load(community))?.issuers.values() ?? [])];
  const each = issuers.map(async ({ organisation, key, url }) => {
    const epochs = await Promise.all(
      [epochOf(now), epochsLater(epochOf(now), -1)].map(async (epoch) => {
        const said = await statementOf(house, { organisation, key, url }, epoch);
        return said === null ? [] : [{ epoch, blindKey: said.blindKey, issued: said.issuedTo.length }];
      }),
    );
    return { organisation, url, epochs: epochs.flat() };
  });
  return { community, epoch: epochOf(now), least: LEAST_ISSUED, issuers: await Promise.all(each) };
}

/** Texts of a form; what is missing is empty. */
const fieldsOf = <Name extends string>(request: Request, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, field(request, name)])) as Record<Name, string>;

async function hereBy(parts: PagesParts, request: Request) {
  const community = await communityBy(parts, param(request, 'handle'));
  if (community.home !== 'here') throw new NotFound('This community lives on its own server.');
  return community;
}
