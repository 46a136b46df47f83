import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type LeaveModel, leavePage } from '../../views/pages/leave.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import { archiveOf } from '../accounts/archive.ts';
import { leaveServer } from '../accounts/leave-server.ts';
import { endSession } from '../accounts/sign-in.ts';
import type { Routes } from './context.ts';
import { field, goTo, requireViewer, shellOf, show } from './context.ts';
import { proofAsked, proofErrors, proofIn, statusOf } from './proof.ts';

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
    const [code, proof] = await Promise.all([asksCode(iri), proofAsked(parts, request)]);
    show(response, leavePage({ shell: shellOf(parts, request), form: EMPTY_FORM, asksCode: code, proof }));
  });

  router.post('/you/leave', async (request, response) => {
    const { iri } = requireViewer(request);
    const posts = field(request, 'posts');
    const refuse = async (wrong: Omit<LeaveModel['form'], 'values'>, status: number) => {
      const [code, proof] = await Promise.all([asksCode(iri), proofAsked(parts, request)]);
      const form = { ...wrong, values: { posts } };
      show(response, leavePage({ shell: shellOf(parts, request), form, asksCode: code, proof }), status);
    };
    if (posts !== 'keep' && posts !== 'delete') {
      return refuse({ errors: { posts: 'Say what becomes of your posts.' } }, 422);
    }
    const left = await leaveServer(
      { ...parts.house, throttle: parts.throttle, wall: parts.wall },
      { ...proofIn(request), code: field(request, 'code').slice(0, 100), posts },
    );
    if (!left.ok) {
      return refuse(proofErrors(left.refusal), statusOf(left.refusal.code));
    }
    await endSession(request);
    goTo(response, '/');
  });
};
