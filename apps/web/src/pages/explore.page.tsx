import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { asks } from '../api/asks.ts';
import { Explorer } from '../figures/explorer.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import type { ExploreState } from '../url-state.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi('/explore');

/** Any question to the loaded statistics, as a table, lines or bars, to look at or take away. */
export function ExplorePage() {
  const { t } = useWords();
  useDocumentWords(t('explore.title'));
  const status = useQuery(asks.status());
  const state: ExploreState = route.useSearch();
  const navigate = route.useNavigate();
  if (status.error) return <Trouble error={status.error} retry={status.refetch} />;
  if (!status.data) return <Skeleton height="60vh" />;
  const { months } = status.data;
  if (!months) return <Empty title={t('data.empty')} remedy={t('data.emptyRemedy')} />;
  return (
    <Explorer
      title={t('explore.title')}
      state={state}
      loaded={months}
      status={status.data}
      choose={(change) =>
        void navigate({ search: (was) => ({ ...was, ...change }), replace: true, resetScroll: false })
      }
      reset={() =>
        void navigate({ search: ({ lang }: { lang?: string }) => (lang ? { lang } : {}), replace: true })
      }
    />
  );
}
