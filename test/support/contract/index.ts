import { accountsEndpoints } from './accounts.ts';
import { doorsEndpoints, streamingEndpoints } from './doors.ts';
import type { Endpoint } from './endpoint.ts';
import { filtersEndpoints } from './filters.ts';
import { ownEndpoints } from './own.ts';
import { pushEndpoints } from './push.ts';
import { serverEndpoints } from './server.ts';
import { shownEndpoints } from './shown.ts';
import { statusesEndpoints } from './statuses.ts';
import { toldEndpoints } from './told.ts';

/** The contract of every endpoint that apps may ask: whoever mounts another writes its contract, or a test fails. */
export const CONTRACT: readonly Endpoint[] = [
  ...serverEndpoints,
  ...doorsEndpoints,
  ...streamingEndpoints,
  ...accountsEndpoints,
  ...statusesEndpoints,
  ...filtersEndpoints,
  ...ownEndpoints,
  ...toldEndpoints,
  ...shownEndpoints,
  ...pushEndpoints,
];
