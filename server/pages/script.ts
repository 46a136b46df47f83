import type { Response } from 'express';

/** For the few pages that need a program in the browser: files of ours, and nothing else. */
export function allowScript(response: Response): void {
  const policy = String(response.getHeader('Content-Security-Policy') ?? '');
  response.set('Content-Security-Policy', policy.replace("script-src 'none'", "script-src 'self'"));
}
