import { languagePage } from '../../views/pages/language.ts';
import { isLanguage } from '../../views/words/language.ts';
import type { Routes } from './context.ts';
import { field, shellOf, show, viewerOf } from './context.ts';
import { LANGUAGE_COOKIE } from './language-of.ts';
import { localPath } from './local-path.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;

export const languageRoutes: Routes = (parts, router) => {
  router.get('/language', (request, response) => {
    const { next } = request.query;
    show(
      response,
      languagePage({ shell: shellOf(parts, request), next: localPath(typeof next === 'string' ? next : '/') }),
    );
  });

  router.post('/language', async (request, response) => {
    const language = field(request, 'language');
    if (isLanguage(language)) {
      const secure = parts.house.addresses.origin.startsWith('https:');
      response.cookie(LANGUAGE_COOKIE, language, { maxAge: YEAR_MS, sameSite: 'lax', httpOnly: true, secure });
      const viewer = viewerOf(request);
      // What is sent to her speaks as the pages do.
      if (viewer !== null) await parts.house.personLanguages.set(viewer.iri, language);
    }
    response.redirect(303, localPath(field(request, 'next')));
  });
};
