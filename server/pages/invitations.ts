import type { Request, Response } from 'express';
import { type InvitationsModel, invitationsPage, invitedPage } from '../../views/pages/invitations.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { invite } from '../accounts/sign-up.ts';
import { personNamed } from '../actions/actor-named.ts';
import { invitationBy, invitationLink } from '../actions/community-invitations.ts';
import { type Invited, MOST_AT_ONCE, namesIn } from '../actions/invite-many.ts';
import type { PersonIri } from '../community/ids.ts';
import { handleOf } from '../community/person.ts';
import { sentenceOf } from '../community/result.ts';
import { type Sentence, said, together } from '../community/said.ts';
import type { CommunityInvitation } from '../ports/invitations.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, communityBy, field, goTo, leaveNotice, NotFound, requireViewer, shellOf, show } from './context.ts';
import { governedBy, param } from './governed.ts';
import { audienceOf } from './models/audience.ts';

declare module 'express-session' {
  interface SessionData {
    /** A path here to go on with, when the account is open that was asked for on the way. */
    onward: string;
  }
}

/** Inviting into a community, and coming by an invitation. */
export const invitationsRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/invitations', (request, response) => showOwn(parts, request, response, EMPTY_FORM));

  router.post('/communities/:handle/invitations', async (request, response) => {
    const { viewer, community, path } = await inviting(parts, request);
    const values = { uses: field(request, 'uses'), days: field(request, 'days') };
    const ask = { community: community.iri, by: viewer.iri, uses: Number(values.uses), days: Number(values.days) };
    const made = await parts.actions.inviteToCommunity(ask);
    if (!made.ok) {
      const { code } = made.refusal;
      const text = sentenceOf(made.refusal);
      const form = { values, errors: code === 'bad-days' ? { days: text } : { uses: text } };
      return showOwn(parts, request, response, form, 422);
    }
    leaveNotice(request, 'done', 'Here is your link, below. Send it to whom you like.');
    goTo(response, path);
  });

  router.post('/communities/:handle/invitations/many', async (request, response) => {
    const { viewer, community, path } = await inviting(parts, request);
    const people = field(request, 'people');
    await meetThere(parts, people);
    const invited = await parts.actions.inviteMany({ community: community.iri, by: viewer.iri, typed: people });
    await parts.settle();
    if (!invited.ok) {
      const form = { values: { people }, errors: { people: sentenceOf(invited.refusal) } };
      return showOwn(parts, request, response, form, 422);
    }
    leaveNotice(request, 'done', whatCame(invited.value));
    goTo(response, path);
  });

  router.post('/communities/:handle/invitations/revoke', async (request, response) => {
    const { viewer, path } = await inviting(parts, request);
    const revoked = await parts.actions.revokeInvitation({ id: field(request, 'id'), by: viewer.iri });
    if (revoked.ok) leaveNotice(request, 'done', 'Taken back. Its link leads nowhere any more.');
    else leaveNotice(request, 'refused', sentenceOf(revoked.refusal));
    goTo(response, path);
  });

  router.get('/communities/:handle/invited/:token', async (request, response) => {
    const { community, invitation } = await invitedBy(parts, request);
    const inviter = await parts.house.people.byIri(invitation.by);
    response.set('Referrer-Policy', 'no-referrer');
    const model = {
      shell: shellOf(parts, request),
      community: briefOf(parts, community),
      audience: await audienceOf(parts.house, community),
      by: inviter?.displayName || inviter?.username || community.title,
      action: request.path,
      opensAccounts: invitation.accountsLeft > 0 && invitation.for === undefined,
    };
    show(response, invitedPage(model));
  });

  router.post('/communities/:handle/invited/:token', async (request, response) => {
    const { iri } = requireViewer(request);
    const { community } = await invitedBy(parts, request);
    const joined = await parts.actions.joinByInvitation({ person: iri, token: param(request, 'token') });
    await parts.settle();
    if (joined.ok) leaveNotice(request, 'done', said`You are a member of ${community.title}.`);
    else leaveNotice(request, 'refused', sentenceOf(joined.refusal));
    goTo(response, briefOf(parts, community).path);
  });

  router.post('/communities/:handle/invited/:token/account', async (request, response) => {
    const { invitation } = await invitedBy(parts, request);
    const { house } = parts;
    const left = await house.communityInvitations.take(invitation.id, 'accountsLeft', house.clock.now());
    if (!left) throw new NotFound(OVER);
    const secret = await invite(house, { purpose: 'join', by: invitation.by });
    request.session.onward = request.path.replace(/\/account$/, '');
    goTo(response, `/invitations/${secret}`);
  });
};

const OVER = 'This invitation is over, or was taken back. Ask whoever sent it for another.';

/** Asked for at the same time. */
const AT_ONCE = 8;

/** Whoever has her account on another server is asked for there, so that a member can invite her by her handle. */
async function meetThere({ house, lookUpActor }: PagesParts, typed: string): Promise<void> {
  const handles = namesIn(typed).filter((one) => /^@[^@]+@[^@]+$/.test(one));
  const elsewhere = handles.filter((one) => !one.endsWith(`@${house.addresses.host}`));
  const asked = elsewhere.slice(0, MOST_AT_ONCE);
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    // Who cannot be found is told of as unknown.
    await Promise.allSettled(
      asked.slice(at, at + AT_ONCE).map(async (one) => (await personNamed(house, one)) ?? (await lookUpActor(one))),
    );
  }
}

/** What became of many who were invited at once. */
function whatCame({ invited, already, unknown, unsent }: Invited): Sentence {
  const came = [invited === 1 ? said`1 person invited.` : said`${invited} people invited.`];
  if (already.length > 0) came.push(said`Members already: ${already.join(', ')}.`);
  if (unknown.length > 0) came.push(said`Not known here: ${unknown.join(', ')}. Send them a link.`);
  if (unsent.length > 0) came.push(said`This server sends no letters: send a link yourself to ${unsent.join(', ')}.`);
  return together(...came);
}

/** A community here, for a member of it. */
async function inviting(parts: PagesParts, request: Request) {
  const viewer = requireViewer(request);
  const { community, member, brief } = await governedBy(parts, request);
  if (member === null) throw new NotFound('Members invite. Join this community first.');
  return { viewer, community, brief, path: `${brief.path}/invitations` };
}

/** What the link invites to, if it still does. */
async function invitedBy(parts: PagesParts, request: Request) {
  const community = await communityBy(parts, param(request, 'handle'));
  const invitation = await invitationBy(parts.house, param(request, 'token'));
  if (invitation?.community !== community.iri) throw new NotFound(OVER);
  return { community, invitation };
}

async function showOwn(
  parts: PagesParts,
  request: Request,
  response: Response,
  form: InvitationsModel['form'],
  status = 200,
): Promise<void> {
  const { viewer, community, brief } = await inviting(parts, request);
  const { house } = parts;
  const open = await house.communityInvitations.openBy(viewer.iri, community.iri, house.clock.now());
  const people = await house.people.byIris(open.flatMap((one) => one.for ?? []));
  const nameOf = (iri: PersonIri): string => {
    const person = people.get(iri);
    return person === undefined ? iri : handleOf(person);
  };
  const line = (one: CommunityInvitation) => ({
    id: one.id,
    link: invitationLink(house, community, one),
    left: one.left,
    until: one.expiresAt,
    ...(one.for === undefined ? {} : { forOne: nameOf(one.for) }),
  });
  const model = { shell: shellOf(parts, request), community: brief, yours: open.map(line), form };
  show(response, invitationsPage(model), status);
}
