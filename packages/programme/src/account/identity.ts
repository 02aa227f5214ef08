/** What a provider says of who has signed in there. */
export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly email?: string | undefined;
  readonly emailVerified: boolean;
}

/** That an administrator lets a person of a provider use an account: by e-mail, until the person has come once. */
export interface Link {
  readonly account: string;
  readonly issuer: string;
  readonly email: string;
  /** Bound at the first sign-in; from then on the e-mail opens nothing. */
  readonly subject?: string | undefined;
}

/**
 * The link that the person of a provider has, or none: nobody becomes an account by signing in elsewhere.
 * An e-mail address is taken from a provider only where the provider has verified it, and only once.
 */
export function linkOf(claims: Claims, links: readonly Link[]): Link | undefined {
  const ofIssuer = links.filter(({ issuer }) => issuer === claims.issuer);
  const known = ofIssuer.find(({ subject }) => subject === claims.subject);
  if (known || !claims.emailVerified || !claims.email) return known;
  const email = claims.email.trim().toLowerCase();
  const waiting = ofIssuer.filter(
    (link) => link.subject === undefined && link.email.trim().toLowerCase() === email,
  );
  return waiting.length === 1 ? waiting[0] : undefined;
}
