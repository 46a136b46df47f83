import type { Request, RequestHandler, Response } from 'express';
import type { AuthenticateOptions, Passport, Strategy } from 'passport';

/** What a strategy of passport's said. `lead`: to where the browser has to go on. */
export type Authenticated =
  | { readonly kind: 'user'; readonly user: Express.User }
  | { readonly kind: 'refused' }
  | { readonly kind: 'lead'; readonly to: string };

/** Asks one strategy about a request. Nobody is signed in by it: that is for whoever asks. */
export type Authenticate = (
  request: Request,
  strategy: string | Strategy,
  options?: AuthenticateOptions,
) => Promise<Authenticated>;

export function authenticateWith(passport: InstanceType<typeof Passport>): Authenticate {
  return (request, strategy, options = {}) =>
    new Promise((resolve, reject) => {
      const answer = (cause: unknown, user?: Express.User | false | null) => {
        if (cause) reject(cause);
        else resolve(user ? { kind: 'user', user } : { kind: 'refused' });
      };
      const check = passport.authenticate(strategy as string, options, answer) as RequestHandler;
      void check(
        request,
        leading((to) => resolve({ kind: 'lead', to })),
        reject as never,
      );
    });
}

/** All that passport does with a response where it is told who is to answer: it leads the browser on. */
function leading(lead: (to: string) => void): Response {
  let to = '';
  const response = {
    statusCode: 200,
    setHeader(name: string, value: string) {
      if (name === 'Location') to = value;
    },
    end: () => lead(to),
  };
  return response as unknown as Response;
}
