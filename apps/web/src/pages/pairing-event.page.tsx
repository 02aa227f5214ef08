import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { EventContent } from '../api/pairing.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { Comments } from '../figures/comments.tsx';
import { RecordHead } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { Versions } from '../figures/versions.tsx';
import { Acts } from '../forms/acts.form.tsx';
import { Files } from '../forms/files.form.tsx';
import { paths } from '../paths.ts';
import { money } from '../words/amount.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.pairingEvent);

/** One joint event with its numbers and files. */
export function PairingEventPage() {
  const { t, of, language } = useWords();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(programmeAsks.record<EventContent>('pairing-events', id));
  useDocumentWords(data ? of(data.title) : t('pairing.events'));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { pairing, name, kind, date, numbers = {} } = data.content;
  return (
    <div className="page">
      <RecordHead record={data}>
        {pairing && name ? (
          <p>
            <Link to={paths.pairing} params={{ id: pairing }}>
              {of(name)}
            </Link>{' '}
            · {t(`pairing.kinds.${kind}`)} · {date}
          </p>
        ) : null}
      </RecordHead>
      <Acts
        plural="pairing-events"
        record={data}
        asked={{ cancel: [{ name: 'reason', label: t('pairing.acts.reason') }] }}
      />
      <ul className="lines">
        {Object.entries(numbers).map(([one, n]) => (
          <li key={one}>
            {t(`pairing.numbers.${one}`)} {one.endsWith('Fen') ? money(n / 100, language) : n}
          </li>
        ))}
      </ul>
      <Files record={id} />
      <Comments record={id} />
      <Versions plural="pairing-events" id={id} version={data.version} />
    </div>
  );
}
