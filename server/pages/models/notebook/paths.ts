import { postKey } from '../../../community/addresses.ts';
import type { PostIri } from '../../../community/ids.ts';

/** The page on which somebody keeps a post. */
export const keepPath = (post: PostIri): string => `/notebook/keep/${postKey(post)}`;
export const notePath = (id: string): string => `/notebook/notes/${id}`;
export const collectionPath = (id: string): string => `/notebook/collections/${id}`;
export const itemPath = (id: string): string => `/notebook/seek/items/${id}`;
