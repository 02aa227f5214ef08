import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { guidanceAsk } from '../../../api/guidance.asks.ts';
import type { Guided } from '../../../api/guidance.client.ts';
import { paths } from '../../../paths.ts';
import { money, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { SampleMark } from '../../record-head.tsx';
import { Empty, Skeleton, Trouble } from '../../state.tsx';
import { GuidanceReceiptButton } from '../guidance-receipt.tsx';

type Promises = Guided<'promises'>['result'];

/** What projects promised and reported, beside what the statistics tell of their goods in the city. */
export function PromisesTable({ park }: { park: string | undefined }) {
  const { t, language } = useWords();
  const { data, error, refetch } = useQuery(guidanceAsk('promises', park === undefined ? {} : { park }));
  const sum = (value: number) => money(value, language);
  return (
    <section aria-label={t('effect.promises.title')}>
      <div className="page-head">
        <h2>{t('effect.promises.title')}</h2>
        <GuidanceReceiptButton receipt={data?.receipt} name={t('effect.promises.title')} />
      </div>
      <p className="quiet">{t('effect.promises.lead')}</p>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data === undefined ? (
        error ? null : (
          <Skeleton height={160} />
        )
      ) : data.result.projects.length === 0 ? (
        <Empty title={t('effect.promises.none')} remedy={t('effect.promises.noneRemedy')} />
      ) : (
        <>
          <p>
            {isTold(data.result)
              ? t('effect.promises.summary', {
                  count: data.result.totals.projects,
                  promised: sum(data.result.totals.promised),
                  reported: sum(data.result.totals.reported),
                  exceeding: data.result.totals.exceeding,
                })
              : t('effect.promises.summaryUntold', { count: data.result.totals.projects })}
          </p>
          <Rows promises={data.result} />
          <Together promises={data.result} />
        </>
      )}
    </section>
  );
}

const isTold = ({ projects }: Promises): boolean =>
  projects.some(({ years }) => years.some(({ reading }) => reading !== 'not-told'));

const amounts = ['promised', 'reported', 'city', 'change'] as const;
type Project = Promises['projects'][number];

/** Rows that are shown at first. */
const first = 12;
/** What somebody should look at comes first. */
const order = ['above-city', 'exceeds', 'city-fell', 'fits', 'not-told'] as const;

/** The latest year of a project that the statistics tell of; its last year where they tell of none. */
const latest = ({ years }: Project) =>
  years.findLast(({ reading }) => reading !== 'not-told') ?? years.at(-1);

function Rows({ promises }: { promises: Promises }) {
  const { t, of } = useWords();
  const [all, setAll] = useState(false);
  const groups = new Map(promises.groups.map(({ id, name }) => [id, of(name)]));
  const rows = promises.projects
    .flatMap((project) => {
      const at = latest(project);
      return at ? [{ project, at }] : [];
    })
    .sort((a, b) => order.indexOf(a.at.reading) - order.indexOf(b.at.reading));
  return (
    <>
      <div className="wide">
        <table className="plain as-lines">
          <caption className="unseen">{t('effect.promises.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('effect.promises.project')}</th>
              <th scope="col">{t('effect.promises.goods')}</th>
              <th scope="col">{t('effect.promises.year')}</th>
              <AmountHeads />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, all ? rows.length : first).map(({ project, at }) => (
              <Row
                key={project.record}
                project={project}
                at={at}
                goods={groups.get(project.group ?? '') ?? t('effect.promises.allGoods')}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > first && !all ? (
        <Button size="small" onClick={() => setAll(true)}>
          {t('effect.promises.showAll', { count: rows.length })}
        </Button>
      ) : null}
    </>
  );
}

function Row({ project, at, goods }: { project: Project; at: Project['years'][number]; goods: string }) {
  const { t, of } = useWords();
  const { record, name, parkNames, base, sample } = project;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.project} params={{ id: record }}>
          {name}
        </Link>
        {sample ? <SampleMark /> : null}
        {parkNames ? <span className="quiet"> {of(parkNames)}</span> : null}
      </th>
      <td data-label={t('effect.promises.goods')}>{goods}</td>
      <td data-label={t('effect.promises.year')}>{at.year}</td>
      <AmountCells at={at} base={base} />
    </tr>
  );
}

/** What was said and what the statistics tell, in the order of the columns. */
function AmountCells({ at, base }: { at: Omit<Project['years'][number], 'year'>; base: number | null }) {
  const { t, language } = useWords();
  return (
    <>
      {amounts.map((amount) => (
        <td key={amount} className="num" data-label={t(`effect.promises.${amount}`)}>
          {money(at[amount], language)}
          {amount === 'change' && at.change !== null && base !== null ? (
            <span className="quiet"> {t('effect.promises.since', { base: String(base) })}</span>
          ) : null}
        </td>
      ))}
      <td className="num" data-label={t('effect.promises.part')}>
        {percent(at.part === null ? null : 100 * at.part, language, 1)}
      </td>
      <td data-label={t('effect.promises.reading')}>{t(`effect.promises.readings.${at.reading}`)}</td>
    </>
  );
}

function AmountHeads() {
  const { t } = useWords();
  return (
    <>
      {amounts.map((amount) => (
        <th key={amount} scope="col" className="num">
          {t(`effect.promises.${amount}`)}
        </th>
      ))}
      <th scope="col" className="num">
        {t('effect.promises.part')}
      </th>
      <th scope="col">{t('effect.promises.reading')}</th>
    </>
  );
}

/** Projects of one city and group added up: each may fit where all together do not. */
function Together({ promises }: { promises: Promises }) {
  const { t, of } = useWords();
  if (promises.together.length === 0) return null;
  const groups = new Map(promises.groups.map(({ id, name }) => [id, of(name)]));
  const rows = promises.together.toSorted(
    (a, b) => order.indexOf(a.reading) - order.indexOf(b.reading) || (b.part ?? 0) - (a.part ?? 0),
  );
  return (
    <details>
      <summary>{t('effect.promises.together', { count: rows.length })}</summary>
      <div className="wide">
        <table className="plain as-lines">
          <caption className="unseen">{t('effect.promises.together', { count: rows.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('effect.park')}</th>
              <th scope="col">{t('effect.promises.goods')}</th>
              <th scope="col">{t('effect.promises.year')}</th>
              <th scope="col" className="num">
                {t('effect.promises.count')}
              </th>
              <AmountHeads />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.parkPlace} ${row.group}`}>
                <th scope="row">{row.parkNames ? of(row.parkNames) : row.parkPlace}</th>
                <td data-label={t('effect.promises.goods')}>
                  {groups.get(row.group ?? '') ?? t('effect.promises.allGoods')}
                </td>
                <td data-label={t('effect.promises.year')}>{row.year}</td>
                <td className="num" data-label={t('effect.promises.count')}>
                  {row.projects}
                </td>
                <AmountCells at={row} base={row.base} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
