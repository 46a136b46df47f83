import { mailboxOf } from './email-address.ts';
import type { Organisation } from './ids.ts';
import { organisation } from './ids.ts';
import { type ProfileField, pageNamed } from './profile-field.ts';

/**
 * How somebody showed that she belongs to an organisation: by a letter to an address of its domain, by signing in
 * at its provider, by two people who belong to it, or by a page of its domain that leads back to her.
 */
export type AffiliationWay = 'address' | 'sign-in' | 'vouched' | 'page';
