/** So long the link of an invitation opens: three days, once. Times in milliseconds since 1970. */
const invitationLife = 72 * 60 * 60_000;

export interface InvitationTimes {
  readonly madeAt: number;
  readonly takenAt?: number | undefined;
}

/** @example invitationHolds({ madeAt: 0 }, 1000) // true */
export const invitationHolds = ({ madeAt, takenAt }: InvitationTimes, now: number): boolean =>
  takenAt === undefined && now >= madeAt && now < madeAt + invitationLife;
