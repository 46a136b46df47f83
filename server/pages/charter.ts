import { charterPage } from '../../views/pages/charter.ts';
import { ENTRENCHED } from '../governance/charter.ts';
import { PARAMETER_WORDS } from '../governance/charter-words.ts';
import { isProvisional } from '../governance/holds.ts';
import type { Routes } from './context.ts';
import { pageHandle, shellOf, show } from './context.ts';
import { governedBy } from './governed.ts';
import { charterChanges, PARAMETERS, parameterWords } from './models/rules.ts';

/** How a community decides. */
export const charterRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/charter', async (request, response) => {
    const { community, brief, state, now } = await governedBy(parts, request, { open: true });
    const { version, parameters } = state.charter;
    const citing = { state, pages: parts.house.addresses.page, handle: pageHandle(community) };
    const page = charterPage({
      shell: shellOf(parts, request),
      community: brief,
      version,
      parameters: PARAMETERS.map((name) => ({
        label: PARAMETER_WORDS[name],
        value: parameterWords(name, parameters[name]),
      })),
      entrenched: ENTRENCHED,
      changes: charterChanges(citing, community.foundedAt),
      ...(isProvisional(state, now) ? { provisionalUntil: state.provisionalUntil } : {}),
    });
    show(response, page);
  });
};
