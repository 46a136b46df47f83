import { voicePage } from '../../views/pages/voice.ts';
import type { Routes } from './context.ts';
import { NotFound, shellOf, show } from './context.ts';
import { governedBy } from './governed.ts';
import { allowScript } from './script.ts';
import { voiceSetup } from './voice-anonymous.ts';

/** The page on which a voice without a name begins; there is none where members have accepted no issuer. */
export const voiceRoutes: Routes = (parts, router) => {
  router.get('/communities/:handle/voice', async (request, response) => {
    const { brief, state } = await governedBy(parts, request);
    if (state.issuers.size === 0) throw new NotFound('This community has not decided to take voices without a name.');
    const { issuers, epoch, least, community } = await voiceSetup(parts, state.community);
    const organisations = issuers.map(({ organisation: name, epochs }) => ({
      name,
      issued: epochs.find((one) => one.epoch === epoch)?.issued ?? 0,
    }));
    allowScript(response);
    const setup = { community, epoch, issuers, path: `${brief.path}/voice` };
    const { origin } = parts.house.addresses;
    const shell = shellOf(parts, request);
    show(response, voicePage({ shell, community: brief, epoch, least, organisations, setup, origin }));
  });
};
