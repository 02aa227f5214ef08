import { useQuery } from '@tanstack/react-query';
import { regions } from '@tidu/reference';
import type { overviewAsks } from '../api/overview.asks.ts';
import { change, percent } from '../words/amount.ts';
import { periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { Notes, ReceiptButton } from './receipt.drawer.tsx';
import { Skeleton, Trouble } from './state.tsx';

type Asked = Pick<ReturnType<typeof overviewAsks>, 'regionShares' | 'regionGrowth'>;

/** What the four regions hold of the country's trade, and how they grew. */
export function RegionHeadlines({ asked }: { asked: Asked }) {
  const { t, language } = useWords();
  const shares = useQuery(asked.regionShares);
  const growth = useQuery(asked.regionGrowth);
  if (shares.error) return <Trouble error={shares.error} retry={shares.refetch} />;
  if (!shares.data) return <Skeleton height={210} />;
  const { figure, receipt } = shares.data;
  const largest = Math.max(...regions.map((region) => figure.values[region] ?? 0), 1);
  const notes = [...new Set([...figure.notes, ...(growth.data?.figure.notes ?? [])])];
  return (
    <section className="headline" aria-labelledby="regions-title" data-figure="region-shares">
      <h2 id="regions-title">{t('headline.regions')}</h2>
      <p className="quiet">
        {t(`flow.${figure.flow}`)} · {periodName(figure.period, language)}
      </p>
      <table className="regions">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('explore.breakdowns.region')}</span>
            </th>
            <th scope="col" className="column" colSpan={2}>
              {t('headline.share')}
            </th>
            <th scope="col" className="column">
              {t('headline.growth')}
            </th>
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <tr key={region} data-region={region}>
              <th scope="row">{t(`region.${region}`)}</th>
              <td className="bar">
                <i style={{ width: `${((figure.values[region] ?? 0) / largest) * 100}%` }} />
              </td>
              <td className="num strong">{percent(figure.values[region], language)}</td>
              <td className="num">{change(growth.data?.figure.values[region], language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="receipts">
        <ReceiptButton receipt={receipt} name={t('figure.region-shares')} text={t('headline.shareReceipt')} />
        <ReceiptButton
          receipt={growth.data?.receipt}
          name={t('figure.region-growth')}
          text={t('headline.growthReceipt')}
        />
      </p>
      <details className="small">
        <summary>{t('headline.source')}</summary>
        <Notes codes={notes} />
      </details>
    </section>
  );
}
