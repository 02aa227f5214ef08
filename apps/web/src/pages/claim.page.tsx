import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { programmeAsks } from '../api/programme.asks.ts';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';

const route = getRouteApi(paths.claim);

/** A claim is decided on the page of the project: one's own of the two, else the first. */
export function ClaimPage() {
  const { id } = route.useParams();
  const claim = useQuery(programmeAsks.record<{ a: Side; b: Side }>('claims', id));
  const session = useQuery(programmeAsks.session());
  if (claim.error) return <Trouble error={claim.error} />;
  const { a, b } = claim.data?.content ?? {};
  if (!a || !b || !session.data) return <Skeleton height="60vh" />;
  const own = b.organisation === session.data.asker?.organisation ? b : a;
  return <Navigate to={paths.project} params={{ id: own.project }} replace />;
}

interface Side {
  project: string;
  organisation: string;
}
