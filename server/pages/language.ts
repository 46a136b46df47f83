import { languagePage } from '../../views/pages/language.ts';
import { isLanguage } from '../../views/words/language.ts';
import type { Routes } from './context.ts';
import { field, shellOf, show } from './context.ts';
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

  router.post('/language', (request, response) => {
    const language = field(request, 'language');
    if (isLanguage(language)) {
      const secure = parts.house.addresses.origin.startsWith('https:');
      response.cookie(LANGUAGE_COOKIE, language, { maxAge: YEAR_MS, sameSite: 'lax', httpOnly: true, secure });
    }
    response.redirect(303, localPath(field(request, 'next')));
  });
};
