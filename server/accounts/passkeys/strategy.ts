import type { Request } from 'express';
import type { Strategy } from 'passport';

/**
 * For passport: whoever signs what her browser was asked to sign, with a key that leads to an account here.
 *
 * @param prove whom the answer in a request leads to, if it holds
 */
export function passkeyStrategy(prove: (request: Request) => Promise<Express.User | null>): Strategy {
  return {
    name: 'passkey',
    authenticate(request) {
      prove(request).then(
        (user) => (user === null ? this.fail(401) : this.success(user)),
        (cause) => this.error(cause),
      );
    },
  };
}
