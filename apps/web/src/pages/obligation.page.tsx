import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ObligationContent } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { ObligationActs } from '../figures/obligation-acts.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.obligation);

/** One obligation: who owes what until when, what was shown, what was said against it. */
export function ObligationPage() {
  const { t, of } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(programmeAsks.record<ObligationContent>('obligations', id));
  useDocumentWords(data ? of(data.title) : t('pairing.obligations'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { pairing, name, whose, due } = data.content;
  return (
    <div className="page">
      <RecordHead record={data}>
        {pairing && name ? (
          <p>
            <Link to={paths.pairing} params={{ id: pairing }}>
              {of(name)}
            </Link>{' '}
            · {t('pairing.whose')} {t(`pairing.${whose}`)} · {t('pairing.dueOn')} {due}
          </p>
        ) : null}
      </RecordHead>
      <ObligationActs id={id} />
    </div>
  );
}
