import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { leavePage } from '../../views/pages/leave.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { archiveOf } from '../accounts/archive.ts';
import { leaveServer } from '../accounts/leave-server.ts';
import { endSession } from '../accounts/sign-in.ts';
import { proofIn, statusOf } from './access.ts';
import type { Routes } from './context.ts';
import { field, goTo, requireViewer, shellOf, show } from './context.ts';

/** What somebody takes with her, and leaving for good. */
export const leavingRoutes: Routes = (parts, router) => {
  const asksCode = async (iri: ReturnType<typeof requireViewer>['iri']) =>
    (await parts.house.secondFactors.of(iri)) !== null;

  router.get('/you/archive', async (request, response) => {
    const viewer = requireViewer(request);
    response.type('application/json').attachment(`${viewer.username}-${viewer.host.replace(':', '-')}.json`);
    await pipeline(Readable.from(archiveOf(parts.house, viewer)), response);
  });

  router.get('/you/leave', async (request, response) => {
    const { iri } = requireViewer(request);
    show(response, leavePage({ shell: shellOf(parts, request), form: EMPTY_FORM, asksCode: await asksCode(iri) }));
  });

  router.post('/you/leave', async (request, response) => {
    const { iri } = requireViewer(request);
    const posts = field(request, 'posts');
    const refuse = async (errors: Partial<Record<'password' | 'code' | 'posts', string>>, status: number) => {
      const form = { values: { posts }, errors };
      show(response, leavePage({ shell: shellOf(parts, request), form, asksCode: await asksCode(iri) }), status);
    };
    if (posts !== 'keep' && posts !== 'delete') return refuse({ posts: 'Say what becomes of your posts.' }, 422);
    const left = await leaveServer(
      { ...parts.house, throttle: parts.throttle, wall: parts.wall },
      { ...proofIn(request), code: field(request, 'code').slice(0, 100), posts },
    );
    if (!left.ok) {
      const { code, text } = left.refusal;
      return refuse(code === 'wrong-code' ? { code: text } : { password: text }, statusOf(code));
    }
    await endSession(request);
    goTo(response, '/');
  });
};
