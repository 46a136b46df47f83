import type { NoticeModel } from '../../views/pages/notices.ts';
import { noticesPage } from '../../views/pages/notices.ts';
import type { Author } from '../../views/parts/person.ts';
import type { Notice } from '../ports/notices.ts';
import type { Routes } from './context.ts';
import { requireViewer, shellOf, show } from './context.ts';
import { authorsOf } from './models/person.ts';

const MOST_SHOWN = 100;

export const noticesRoutes: Routes = (parts, router) => {
  router.get('/notices', async (request, response) => {
    const { house } = parts;
    const viewer = requireViewer(request);
    const notices = await house.notices.to(viewer.iri, MOST_SHOWN);
    const nameOf = await authorsOf(
      house,
      notices.map(({ from }) => from),
    );
    const models = notices.map((notice) => noticeModel(notice, nameOf(notice.from), house.addresses.origin));
    show(response, noticesPage({ shell: shellOf(parts, request), notices: models }));
  });
};

function noticeModel({ kind, text, said, link, at }: Notice, { name, path }: Author, origin: string): NoticeModel {
  return {
    kind,
    text: said ?? text,
    at,
    from: { name, ...(path === undefined ? {} : { path }) },
    ...(link === undefined ? {} : { link: link.startsWith(`${origin}/`) ? link.slice(origin.length) : link }),
  };
}
