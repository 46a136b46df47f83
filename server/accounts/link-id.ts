import { createHash } from 'node:crypto';

/** What is stored of a one-time link (an invitation, a new password): its secret cannot be read back from it. */
export const linkId = (secret: string): string => createHash('sha256').update(secret).digest('hex');
