import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { measureAsks } from '../api/measure.asks.ts';
import type { MeasureUses } from '../api/measure.client.ts';
import { MeasureMarks } from '../figures/measures/measure-marks.tsx';
import { SampleMark } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import type { MeasureUseState } from '../url-state.measures.ts';
import { money } from '../words/amount.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.measureUse);
type Row = MeasureUses['measures'][number];

/** What every measure would cost beside its budget, and which ended, overlap or are never given. */
export function MeasureUsePage() {
  const { t, language } = useWords();
  useDocumentWords(t('measureUse.title'));
  const { data, error, refetch } = useQuery(measureAsks.uses());
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { measures, companies } = data;
  return (
    <div className="page measures">
      <p>
        <Link to={paths.measures}>{t('measureUse.back')}</Link>
      </p>
      <h1>{t('measureUse.title')}</h1>
      <p className="quiet">
        <span className="sample-mark">{t('measureEdit.synthetic')}</span>{' '}
        {t('measureUse.lead', { count: companies })}
      </p>
      {measures.length === 0 ? (
        <Empty title={t('measureUse.none')} remedy={t('measureUse.noneRemedy')} />
      ) : (
        <>
          <dl className="summary">
            <div>
              <dt>{t('measureUse.measures')}</dt>
              <dd>{measures.length}</dd>
            </div>
            <div>
              <dt>{t('measureUse.cost')}</dt>
              <dd>
                {money(
                  measures.reduce((sum, { total }) => sum + total, 0),
                  language,
                )}
              </dd>
            </div>
            {(['unfunded', 'expired', 'overlapping', 'never-given'] as const).map((code) => (
              <div key={code}>
                <dt>{t(`measureUse.codes.${code}`)}</dt>
                <dd>{measures.filter((one) => has(one, code)).length}</dd>
              </div>
            ))}
          </dl>
          {data.plans ? (
            <p className="quiet">
              {t('measureUse.plansLead', { fewest: data.plans.fewest })}
              {data.plans.sample ? <SampleMark /> : null}
            </p>
          ) : null}
          <Uses measures={measures} fewest={data.plans?.fewest} />
        </>
      )}
    </div>
  );
}

const has = ({ findings }: Row, code: string) => findings.some((one) => one.code === code);

function Uses({ measures, fewest }: { measures: readonly Row[]; fewest: number | undefined }) {
  const { t, of, language } = useWords();
  const { code } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next?: string) =>
    void navigate({ search: (next ? { code: next } : {}) as MeasureUseState });
  const codes = [...new Set(measures.flatMap(({ findings }) => findings.map((one) => one.code)))].sort();
  const shown = measures
    .filter((one) => code === undefined || has(one, code))
    .toSorted((a, b) => b.total - a.total);
  return (
    <>
      <div className="choices">
        <Select
          aria-label={t('measureUse.filter')}
          allowClear
          placeholder={`${t('measureUse.filter')} · ${t('measureUse.all')}`}
          value={code}
          popupMatchSelectWidth={240}
          options={codes.map((value) => ({
            value,
            label: `${t(`measureUse.codes.${value}`)} ${measures.filter((one) => has(one, value)).length}`,
          }))}
          onChange={(value?: string) => choose(value)}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={t('measureUse.noneSo')} remedy={t('measures.noneRemedy')}>
          <Button onClick={() => choose()}>{t('measures.clear')}</Button>
        </Empty>
      ) : (
        <table className="plain as-lines measure-uses" aria-label={t('measureUse.title')}>
          <thead>
            <tr>
              <th scope="col">{t('measureUse.name')}</th>
              {(['given', 'unknown', 'excluded', 'cost', 'most', 'budget'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`measureUse.${column}`)}
                </th>
              ))}
              {fewest === undefined ? null : (
                <th scope="col" className="num">
                  {t('measureUse.plans')}
                </th>
              )}
              <th scope="col">{t('measureUse.findings')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to={paths.measure} params={{ id: one.id }}>
                    {of(one.title)}
                  </Link>
                  <MeasureMarks measure={one} />
                  <small className="quiet measure-issuer">{of(one.issuer)}</small>
                </th>
                <td className="num" data-label={t('measureUse.given')}>
                  {one.given}
                </td>
                <td className="num" data-label={t('measureUse.unknown')}>
                  {one.unknown}
                </td>
                <td className="num" data-label={t('measureUse.excluded')}>
                  {one.excluded}
                </td>
                <td className="num" data-label={t('measureUse.cost')}>
                  {one.unquantified ? t('measures.unquantified') : money(one.total, language)}
                </td>
                <td className="num" data-label={t('measureUse.most')}>
                  {one.unquantified ? '—' : money(one.most, language)}
                </td>
                <td className="num" data-label={t('measureUse.budget')}>
                  {one.budget ? money(one.budget.yearCny, language) : t('measureUse.noBudget')}
                </td>
                {one.plans && fewest !== undefined ? <OfPlans plans={one.plans} fewest={fewest} /> : null}
                <td data-label={t('measureUse.findings')}>
                  <FindingChips row={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** By companies' own plans, where they are enough that nobody can be told by it. */
function OfPlans({ plans, fewest }: { plans: NonNullable<Row['plans']>; fewest: number }) {
  const { t, language } = useWords();
  const few = <span className="quiet">{t('measureUse.few', { fewest })}</span>;
  return (
    <td className="num" data-label={t('measureUse.plans')}>
      {plans.companies === undefined ? (
        few
      ) : (
        <>
          {plans.companies}
          <small className="quiet of-plans">
            {t('measureUse.about', { amount: money(plans.totalCny, language) })}
          </small>
          <small className="quiet of-plans">
            {t('measureUse.intents')} {plans.intents ?? few}
          </small>
        </>
      )}
    </td>
  );
}

function FindingChips({ row }: { row: Row }) {
  const { t, of } = useWords();
  const byCode = Map.groupBy(row.findings, ({ code }) => code);
  return (
    <>
      {[...byCode].map(([code, found]) => (
        <span
          key={code}
          className="finding-chip"
          data-weight={found[0]?.weight}
          title={found.map(({ message }) => of(message)).join('\n')}
        >
          {t(`measureUse.codes.${code}`)}
          {found.length > 1 ? ` ${found.length}` : ''}
        </span>
      ))}
    </>
  );
}
