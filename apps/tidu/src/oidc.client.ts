import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Refused } from './errors.ts';

/** A provider where people sign in, and what this program is called there. */
export interface OidcSettings {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** Where the provider sends people back to. */
  readonly back: string;
}

/** What has to be known again when somebody comes back: kept in a cookie of theirs until then. */
interface SignInUnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who has come back, in the provider's words. */
interface SignedInElsewhere {
  readonly issuer: string;
  readonly subject: string;
  readonly email?: string | undefined;
  readonly emailVerified: boolean;
}

export interface OidcClient {
  /** Where to send somebody who wants to sign in. */
  start(): Promise<{ address: string; underWay: SignInUnderWay }>;
  /** @throws Refused `not-signed-in` when what comes back is not the answer to what was begun */
  finish(address: string, underWay: SignInUnderWay): Promise<SignedInElsewhere>;
}

/**
 * Signs people in through an OpenID provider: authorization code with PKCE, state and nonce. The provider
 * is asked for its addresses when the first person comes, and again after it could not be reached.
 */
export function oidcClient({ issuer, client, secret, back }: OidcSettings): OidcClient {
  let known: Promise<Configuration> | undefined;
  const provider = async (): Promise<Configuration> => {
    known ??= discovery(new URL(issuer), client, secret, undefined, {
      execute: isHere(issuer) ? [allowInsecureRequests] : [],
      timeout: 10,
    });
    return known.catch((cause: unknown) => {
      known = undefined;
      throw unreachable(cause);
    });
  };
  return {
    async start() {
      const configuration = await provider();
      const underWay = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: back,
        scope: 'openid email',
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, underWay };
    },
    async finish(address, { state, nonce, verifier }) {
      const configuration = await provider();
      const here = new URL(back);
      here.search = new URL(address, back).search;
      const tokens = await authorizationCodeGrant(configuration, here, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }).catch(() => {
        throw new Refused(
          'not-signed-in',
          'the provider did not confirm the sign-in that was begun here',
          'begin again on the page /sign-in',
        );
      });
      const claims = tokens.claims();
      if (!claims) throw unreachable('no claims');
      // Some providers say the e-mail with the identity, others only when asked.
      const { email, email_verified: verified } =
        claims.email === undefined
          ? await fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(() => claims)
          : claims;
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: typeof email === 'string' ? email : undefined,
        emailVerified: verified === true,
      };
    },
  };
}

/** On this machine, and nowhere else, a provider may be spoken to without encryption. */
const isHere = (issuer: string): boolean =>
  /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(issuer);

const unreachable = (cause: unknown): Refused =>
  new Refused(
    'provider-unreachable',
    `the provider of sign-ins could not be asked: ${cause instanceof Error ? cause.message : String(cause)}`,
    'sign in with your password, or try again later; administrators see TIDU_OIDC_ISSUER',
  );
