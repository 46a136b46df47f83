/** Authenticator apps know these numbers by heart; many ignore any others (RFC 6238 §4, §5.2). */
const DIGITS = 6;
const PERIOD_S = 30;
const SECRET_BYTES = 20;

/** Loaded when somebody needs it: most who sign in do not. */
async function totp(secret: string, about: { readonly issuer: string; readonly label: string }) {
  const { Secret, TOTP } = await import('otpauth');
  return new TOTP({ ...about, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_S, secret: Secret.fromBase32(secret) });
}

/** 160 random bits, base32. */
export async function newTotpSecret(): Promise<string> {
  const { Secret } = await import('otpauth');
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator app is given, as text or as a picture: `otpauth://totp/…`. */
export async function totpAddress(secret: string, account: { readonly host: string; readonly name: string }) {
  return (await totp(secret, { issuer: account.host, label: account.name })).toString();
}

/**
 * The half minute that a code is of: the present one, or, since clocks differ, the one before or after; `null` when it
 * is of none of them.
 */
export async function stepOf(secret: string, code: string, at: Date): Promise<number | null> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = (await totp(secret, { issuer: '', label: '' })).validate({ token, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / (PERIOD_S * 1000)) + delta;
}

/** The address as a QR code: dark squares by rows. */
export async function qrOf(address: string): Promise<readonly (readonly boolean[])[]> {
  const { encode } = await import('uqr');
  return encode(address, { ecc: 'M', border: 4 }).data;
}
