import { Link } from '@tanstack/react-router';
import { paths } from '../../../paths.ts';
import { useWords } from '../../../words/words.ts';
import { SampleMark } from '../../record-head.tsx';
import { type Advice, PairTerms, PassingGoods } from './advised-pair.tsx';

/** What is agreed already, with what the lists say of it: information, no more. */
export function StandingPairs({ advice }: { advice: Advice }) {
  const { t, of } = useWords();
  return (
    <section>
      <h2>{t('pairs.standing')}</h2>
      <p className="quiet">{t('pairs.standingLead')}</p>
      {advice.standing.length === 0 ? <p>{t('pairs.noneStanding')}</p> : null}
      <ul className="plain-list">
        {advice.standing.map(({ pair, records, sample, far }) => (
          <li key={`${pair.city} ${pair.park}`}>
            <b>
              {of(pair.cityNames)} — {of(pair.parkNames)}
            </b>
            {sample ? <SampleMark /> : null}{' '}
            {records.map(({ kind, record }) => (
              <span key={record}>
                <Link to={kind === 'pairing' ? paths.pairing : paths.agreement} params={{ id: record }}>
                  {t(`pairs.${kind === 'pairing' ? 'record' : 'agreement'}`)}
                </Link>{' '}
              </span>
            ))}
            <span className="quiet">
              {pair.cityRank !== null && pair.parkRank !== null
                ? `${t('pairs.cityRank')} ${t('pairs.rank', { rank: pair.cityRank })} · ${t('pairs.parkRank')} ${t('pairs.rank', { rank: pair.parkRank })} · `
                : ''}
              {t(`pairs.${far === null ? 'incomparable' : far ? 'far' : 'near'}`)}
            </span>
            {pair.goods.length > 0 ? (
              <p>
                <PassingGoods pair={pair} groups={advice.groups} />
              </p>
            ) : null}
            {pair.terms.length > 0 ? <PairTerms pair={pair} advice={advice} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
