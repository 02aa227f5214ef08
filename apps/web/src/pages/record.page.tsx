import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { programmeAsks } from '../api/programme.asks.ts';
import { workAsks } from '../api/work.asks.ts';
import { Comments } from '../figures/comments.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { paths } from '../paths.ts';
import { recordPage } from '../record-path.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.record);

/** A record by its id: on its own page where its kind has one, else what is the same for every kind. */
export function RecordPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(workAsks.whatIs(id));
  if (recordPage(id) !== paths.record) return <Navigate to={recordPage(id)} params={{ id }} replace />;
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  return <AnyRecord plural={data.plural} id={id} />;
}

function AnyRecord({ plural, id }: { plural: string; id: string }) {
  const { of, t } = useWords();
  const { data, error } = useQuery(programmeAsks.record<{ packId?: string }>(plural, id));
  useDocumentWords(data ? of(data.title) : t('search.title'));
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height="60vh" />;
  // A park's page goes by the name that the pack gives it.
  if (data.content.packId) return <Navigate to={paths.park} params={{ id: data.content.packId }} replace />;
  return (
    <div className="page">
      <RecordHead record={data} />
      <Acts plural={plural} record={data} />
      <Comments record={id} />
      <Versions plural={plural} id={id} version={data.version} />
    </div>
  );
}
