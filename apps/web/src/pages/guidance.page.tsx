import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { guidanceAsk } from '../api/guidance.asks.ts';
import type { Guided } from '../api/guidance.client.ts';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { GuidanceReceiptButton } from '../figures/guidance/guidance-receipt.tsx';
import { SampleMark } from '../figures/record-head.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { guidancePages } from '../guidance-pages.ts';
import { paths } from '../paths.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

/** Where guidance begins: its questions, and what is known to answer them. */
export function GuidancePage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(guidanceAsk('known', {}));
  return (
    <div className="page guidance">
      <GuidanceHead page="guidance">
        <GuidanceReceiptButton receipt={data?.receipt} name={t('guidance.known')} />
      </GuidanceHead>
      <ul className="guidance-questions">
        {guidancePages
          .filter((page) => page !== 'guidance')
          .map((page) => (
            <li key={page}>
              <Link to={paths[page]}>{t(`guidance.pages.${page}`)}</Link>
              <p className="quiet">{t(`guidance.leads.${page}`)}</p>
            </li>
          ))}
      </ul>
      <h2>{t('guidance.known')}</h2>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data ? <Known known={data.result} /> : error ? null : <Skeleton height="40vh" />}
    </div>
  );
}

/** What parks have stated and published of what is left for newcomers, and how many ties and projects there are. */
function Known({ known }: { known: Guided<'known'>['result'] }) {
  const { t, of, language } = useWords();
  const resources = ['land-left', 'factories-left', 'power', 'water', 'labour', 'dormitories'] as const;
  const { pairings, agreements, projects } = known;
  return (
    <>
      <p>{t('guidance.ties', { pairings, agreements, projects })}</p>
      <div className="wide">
        <table className="plain">
          <caption className="unseen">{t('guidance.known')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('nav.parks')}</th>
              {resources.map((resource) => (
                <th key={resource} scope="col" className="num">
                  {t(`guidance.resources.${resource}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {known.parks.map(({ id, names, left }) => (
              <tr key={id}>
                <th scope="row">{of(names)}</th>
                {resources.map((resource) => {
                  const stated = left[resource];
                  return (
                    <td key={resource} className="num" title={stated?.source}>
                      {stated ? `${number(stated.value, language)} ${of(stated.unit)}` : t('receipt.unknown')}
                      {stated?.sample ? <SampleMark /> : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('guidance.stated')}</p>
    </>
  );
}
