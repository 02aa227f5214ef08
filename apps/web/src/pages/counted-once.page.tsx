import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { pairingAsks } from '../api/pairing.asks.ts';
import type { CountedOnce } from '../api/pairing.client.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { useDocumentWords, useWords } from '../words/words.ts';
import { yuan } from '../words/yuan.ts';

const route = getRouteApi(paths.countedOnce);

/** The same output where it stands and as it is shared: both add up to the same for the country. */
export function CountedOncePage() {
  const { t } = useWords();
  useDocumentWords(t('benefit.once.title'));
  const { year } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(pairingAsks.countedOnce(year ? String(year) : undefined));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const left = Object.entries(data.left).map(([state, n]) => `${t(`benefit.once.states.${state}`)} ${n}`);
  const shown = data.tables.filter(({ rows }) => rows.some(({ location }) => location > 0));
  return (
    <div className="page">
      <h1>{t('benefit.once.title')}</h1>
      <p className="quiet">{t('benefit.once.lead')}</p>
      <p className="downloads">
        <Select
          aria-label={t('benefit.once.year')}
          value={data.year}
          options={data.years.map((value) => ({ value, label: value }))}
          onChange={(chosen) => void navigate({ search: { year: chosen }, replace: true })}
        />
        <span>{t('benefit.once.statements', { n: data.statements })}</span>
        {left.length > 0 ? (
          <span className="quiet">{t('benefit.once.left', { list: left.join(t('list.comma')) })}</span>
        ) : null}
      </p>
      {shown.length === 0 ? (
        <Empty title={t('benefit.once.none')} remedy={t('benefit.once.noneRemedy')} />
      ) : null}
      {shown.map((table) => (
        <Measure key={table.measure} table={table} />
      ))}
      {data.twice.length > 0 ? (
        <section aria-labelledby="twice-title">
          <h2 id="twice-title">{t('benefit.once.twice')}</h2>
          <Twice twice={data.twice} />
        </section>
      ) : null}
    </div>
  );
}

function Twice({ twice }: { twice: CountedOnce['twice'] }) {
  const { t, of } = useWords();
  return (
    <ul className="lines">
      {twice.map(({ project, kind, period, statements }) => (
        <li key={`${project} ${kind.en} ${period}`}>
          {t('benefit.once.twiceRow', {
            project,
            period,
            kind: of(kind),
            statements: statements.join(t('list.comma')),
          })}
        </li>
      ))}
    </ul>
  );
}

function Measure({ table }: { table: CountedOnce['tables'][number] }) {
  const { t, of, language } = useWords();
  const { measure, rows, location, shared, addsUp } = table;
  return (
    <section aria-labelledby={`once-${measure}`}>
      <h2 id={`once-${measure}`}>{t(`benefit.once.measure.${measure}`)}</h2>
      <div className="wide">
        <table className="plain as-lines once">
          <thead>
            <tr>
              <th scope="col">{t('benefit.once.place')}</th>
              {(['location', 'shared', 'difference'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`benefit.once.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.place}>
                <th scope="row">{of(row.name)}</th>
                <td className="num" data-label={t('benefit.once.location')}>
                  {yuan(row.location, language)}
                </td>
                <td className="num" data-label={t('benefit.once.shared')}>
                  {yuan(row.shared, language)}
                </td>
                <td className="num" data-label={t('benefit.once.difference')}>
                  {yuan(row.shared - row.location, language)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="strong">
              <th scope="row">{t('benefit.once.total')}</th>
              <td className="num" data-label={t('benefit.once.location')}>
                {yuan(location, language)}
              </td>
              <td className="num" data-label={t('benefit.once.shared')}>
                {yuan(shared, language)}
              </td>
              <td className="num" data-label={t('benefit.once.difference')}>
                {yuan(shared - location, language)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className={addsUp ? 'good' : 'bad'} data-adds-up={addsUp}>
        {t(addsUp ? 'benefit.once.adds' : 'benefit.once.fails')}
      </p>
    </section>
  );
}
