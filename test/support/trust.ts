import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** From now on everything in this process trusts this authority (PEM) beside those it trusted before. */
export function trust(ca: string | undefined): void {
  if (ca !== undefined) setDefaultCACertificates([...getCACertificates('default'), ca]);
}
