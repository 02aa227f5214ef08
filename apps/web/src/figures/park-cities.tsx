import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { asks } from '../api/asks.ts';
import type { overviewAsks } from '../api/overview.asks.ts';
import { paths } from '../paths.ts';
import { change, percent } from '../words/amount.ts';
import { periodName, yearToDatePeriod } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { ReceiptButton } from './receipt.drawer.tsx';
import { Skeleton, Trouble } from './state.tsx';

type Asked = Pick<ReturnType<typeof overviewAsks>, 'parkShare' | 'parkGrowth'>;

/** What the park cities hold of central, western and northeastern trade, and how each of them grew. */
export function ParkCitiesHeadline({ asked, month }: { asked: Asked; month: string }) {
  const { t, language } = useWords();
  const share = useQuery(asked.parkShare);
  const growth = useQuery(asked.parkGrowth);
  if (share.error) return <Trouble error={share.error} retry={share.refetch} />;
  if (!share.data) return <Skeleton height={150} />;
  const { figure, receipt } = share.data;
  const named = count(figure.coverage.named);
  const missing = figure.coverage.missing;
  return (
    <section className="headline" aria-labelledby="parks-title" data-figure="park-cities-share">
      <h2 id="parks-title">{t('headline.parks')}</h2>
      <p className="big">{percent(figure.values.share, language)}</p>
      <p>
        {t('headline.ofTrade', { named, of: named + count(missing) })}
        <span className="quiet"> · {periodName(figure.period, language)}</span>
      </p>
      <h3>
        {t('headline.cities')}
        <span className="quiet"> · {periodName(yearToDatePeriod(month), language)}</span>
      </h3>
      <Cities values={growth.data?.figure.values ?? {}} missing={Array.isArray(missing) ? missing : []} />
      <p className="receipts">
        <ReceiptButton
          receipt={receipt}
          name={t('figure.park-cities-share')}
          text={t('headline.shareReceipt')}
        />
        <ReceiptButton
          receipt={growth.data?.receipt}
          name={t('figure.place-growth')}
          text={t('headline.growthReceipt')}
        />
      </p>
    </section>
  );
}

interface CitiesProps {
  values: Readonly<Record<string, number | null>>;
  missing: readonly unknown[];
}

/** The thirteen in the order of the list; those that the customs leave out are named, not hidden. */
function Cities({ values, missing }: CitiesProps) {
  const { t, of, language } = useWords();
  const places = useQuery(asks.places());
  const parks = useQuery(asks.parks());
  const list = [...(parks.data?.parks ?? [])].sort((a, b) => a.order - b.order);
  return (
    <ul className="cities">
      {list.map(({ id, place, name }) => {
        const known = places.data?.places.find(({ code }) => code === place);
        return (
          <li key={id}>
            <Link to={paths.park} params={{ id }}>
              {of(known?.short ?? known?.name ?? name)}
            </Link>
            {missing.includes(place) ? (
              <span className="unknown">{t('park.unknown')}</span>
            ) : (
              <span>{change(values[place], language)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
