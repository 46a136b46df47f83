import type { Request } from 'express';
import { sessionsPage } from '../../views/pages/sessions.ts';
import { youPage } from '../../views/pages/you.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { changePassword } from '../accounts/change-password.ts';
import { endSession, startSession } from '../accounts/sign-in.ts';
import { sentenceOf } from '../community/result.ts';
import type { PagesParts, Routes } from './context.ts';
import { field, goTo, leaveNotice, requireViewer, shellOf, show } from './context.ts';
import { proofIn, statusOf } from './proof.ts';
import { youModel } from './you.ts';

/** By what somebody is signed in, and how she ends it: her password, and her sessions. */
export const accessRoutes: Routes = (parts, router) => {
  router.post('/you/password', async (request, response) => {
    const viewer = requireViewer(request);
    const changed = await changePassword(
      { ...parts.house, throttle: parts.throttle },
      { ...proofIn(request, 'old'), wanted: field(request, 'wanted') },
    );
    if (!changed.ok) {
      const { code } = changed.refusal;
      const text = sentenceOf(changed.refusal);
      const password =
        code === 'not-confirmed'
          ? { ...EMPTY_FORM, error: text }
          : { values: {}, errors: code === 'bad-password' ? { wanted: text } : { old: text } };
      return show(response, youPage({ ...(await youModel(parts, request, viewer)), password }), statusOf(code));
    }
    await startSession(request, { person: viewer, epoch: changed.value });
    leaveNotice(request, 'done', 'Your password is changed. Everywhere else you are signed out.');
    goTo(response, '/you');
  });

  router.get('/you/sessions', async (request, response) => {
    const viewer = requireViewer(request);
    const own = parts.house.sessions.idOf(request.sessionID);
    const all = await parts.house.sessions.of(viewer.username);
    const sessions = all.map((session) => ({ ...session, here: session.id === own }));
    show(response, sessionsPage({ shell: shellOf(parts, request), sessions }));
  });

  router.post('/you/sessions/end', async (request, response) => {
    const viewer = requireViewer(request);
    const id = field(request, 'session');
    if (id === parts.house.sessions.idOf(request.sessionID)) {
      await endSession(request);
      return goTo(response, '/');
    }
    await parts.house.sessions.end(viewer.username, id);
    leaveNotice(request, 'done', 'You are signed out there.');
    goTo(response, '/you/sessions');
  });

  router.post('/you/sessions/end-others', async (request, response) => {
    await endOthers(parts, request);
    leaveNotice(request, 'done', 'You are signed out everywhere else.');
    goTo(response, '/you/sessions');
  });
};

async function endOthers({ house: { sessions } }: PagesParts, request: Request): Promise<void> {
  const { username } = requireViewer(request);
  const own = sessions.idOf(request.sessionID);
  const others = (await sessions.of(username)).filter(({ id }) => id !== own);
  await Promise.all(others.map(({ id }) => sessions.end(username, id)));
}
