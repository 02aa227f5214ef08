import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { asks } from '../api/asks.ts';
import { Refusal } from '../api/http.client.ts';
import { Explorer } from '../figures/explorer.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { readExplore } from '../url-state.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi('/explore/views/$id');

/** A saved view by its link; what is changed goes on in the explorer, the view stays as it is. */
export function ViewPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const status = useQuery(asks.status());
  const view = useQuery({ ...asks.view(id), retry: false });
  useDocumentWords(view.data ? of(view.data.name) : t('saved.title'));
  if (view.error instanceof Refusal && view.error.status === 404)
    return <Empty title={t('saved.notFound')} remedy={t('saved.notFoundRemedy')} />;
  const error = view.error ?? status.error;
  if (error) return <Trouble error={error} retry={() => void view.refetch()} />;
  if (!view.data || !status.data) return <Skeleton height="60vh" />;
  const { months } = status.data;
  if (!months) return <Empty title={t('data.empty')} remedy={t('data.emptyRemedy')} />;
  const state = readExplore(view.data.state);
  return (
    <Explorer
      title={of(view.data.name)}
      lead={t('saved.changed')}
      state={state}
      loaded={months}
      status={status.data}
      choose={(change) => void navigate({ to: paths.explore, search: { ...state, ...change } })}
      reset={() => void navigate({ to: paths.explore, search: {} })}
    />
  );
}
