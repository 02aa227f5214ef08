import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { programmeAsks } from '../../../api/programme.asks.ts';
import { paths } from '../../../paths.ts';
import { useWords } from '../../../words/words.ts';
import { Empty } from '../../state.tsx';
import { type Advice, type AdvisedPair, PairTerms, PassingGoods } from './advised-pair.tsx';

/** Pairs that are advised, park by park, and for one's own the way to propose it. */
export function ProposedPairs({ advice, pairs }: { advice: Advice; pairs: readonly AdvisedPair[] }) {
  const { t } = useWords();
  if (pairs.length === 0) return <Empty title={t('pairs.none')} remedy={t('pairs.noneRemedy')} />;
  return (
    <div className="wide">
      <table className="plain as-lines advised-pairs">
        <caption className="unseen">{t('pairs.proposed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pairs.park')}</th>
            <th scope="col">{t('pairs.city')}</th>
            <th scope="col">{t('pairs.goods')}</th>
            <th scope="col">{t('pairs.cityRank')}</th>
            <th scope="col">{t('pairs.parkRank')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <Row key={`${pair.city} ${pair.park}`} pair={pair} advice={advice} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ pair, advice }: { pair: AdvisedPair; advice: Advice }) {
  const { t, of } = useWords();
  const { parkNames, cityNames, cityRank, parkRank } = pair;
  return (
    <tr>
      <th scope="row">{of(parkNames)}</th>
      <td data-label={t('pairs.city')}>
        {of(cityNames)}
        <Propose pair={pair} />
      </td>
      <td data-label={t('pairs.goods')}>
        <PassingGoods pair={pair} groups={advice.groups} />
        <PairTerms pair={pair} advice={advice} />
      </td>
      <td data-label={t('pairs.cityRank')}>{t('pairs.rank', { rank: cityRank ?? '—' })}</td>
      <td data-label={t('pairs.parkRank')}>{t('pairs.rank', { rank: parkRank ?? '—' })}</td>
    </tr>
  );
}

/** Leads to the proposal, with the other side chosen, whoever speaks for one of the two. */
function Propose({ pair }: { pair: AdvisedPair }) {
  const { t } = useWords();
  const { data: session } = useQuery(programmeAsks.session());
  const { role, territory } = session?.asker ?? {};
  const other =
    role === 'park' && territory === pair.parkPlace
      ? pair.city
      : role === 'partner' && territory === pair.city
        ? pair.parkPlace
        : undefined;
  if (other === undefined) return null;
  return (
    <p>
      <Link to={paths.pairings} search={{ with: Number(other) }} hash="propose-title">
        {t('pairs.propose')}
      </Link>
    </p>
  );
}
