import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Pagination } from 'antd';
import { workAsks } from '../api/work.asks.ts';
import { type ReportMatrix, work } from '../api/work.client.ts';
import { SampleMark } from '../figures/record-head.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { shortLanguage } from '../words/language.ts';
import { periodName } from '../words/month.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi(paths.reports);
const size = 50;
type Row = ReportMatrix['rows'][number];

/** Monthly reports, park by month: which came, which are due, which are missing. */
export function ReportsPage() {
  const { t, language } = useWords();
  useDocumentWords(t('report.title'));
  const { until, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(
    workAsks.reports({ ...(until && { until }), page: String(page), size: String(size) }),
  );
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height="60vh" />;
  const { rows, total } = data;
  // The newest first: that is what one comes for.
  const months = [...data.months].reverse();
  const last = months[0] ?? '';
  const file = (format: string) =>
    `/api/reports.${format}?lang=${shortLanguage(language)}&until=${last}&months=${months.length}`;
  const shift = (count: number) => {
    const [year = 0, month = 1] = last.split('-').map(Number);
    const at = year * 12 + month - 1 + count;
    const next = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    void navigate({ search: (was) => ({ ...was, until: next }), replace: true });
  };
  return (
    <div className="page">
      <h1>{t('report.title')}</h1>
      <p className="quiet">{t('report.lead')}</p>
      {rows.length === 0 ? (
        <Empty title={t('report.none')} remedy={t('report.noneRemedy')} />
      ) : (
        <section aria-label={t('report.matrix')}>
          <p className="tools">
            <Button size="small" onClick={() => shift(-months.length)}>
              {t('report.earlier')}
            </Button>
            <Button size="small" onClick={() => shift(months.length)} disabled={until === undefined}>
              {t('report.later')}
            </Button>
            <a href={file('xlsx')}>{t('report.xlsx')}</a>
            <a href={file('csv')}>{t('report.csv')}</a>
          </p>
          <div className="wide">
            <table className="plain matrix" aria-label={t('report.matrix')}>
              <thead>
                <tr>
                  <th scope="col">{t('report.park')}</th>
                  {months.map((month) => (
                    <th key={month} scope="col">
                      {month.endsWith('-12') || month === last
                        ? periodName(month, language)
                        : periodName(month, language).replace(/^\d{4}\D?/, '')}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <ParkRow key={row.park} row={row} months={months} />
                ))}
              </tbody>
            </table>
          </div>
          {total > size ? (
            <Pagination
              size="small"
              current={page}
              pageSize={size}
              total={total}
              showSizeChanger={false}
              onChange={(next) => void navigate({ search: (was) => ({ ...was, page: next }) })}
            />
          ) : null}
        </section>
      )}
    </div>
  );
}

function ParkRow({ row, months }: { row: Row; months: string[] }) {
  const { of } = useWords();
  return (
    <tr>
      <th scope="row">
        {of(row.name)}
        {row.cells.some(({ sample }) => sample) ? <SampleMark /> : null}
      </th>
      {months.map((month) => (
        <td key={month}>
          <Cell row={row} month={month} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ row, month }: { row: Row; month: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const beginning = useMutation({
    mutationFn: () => work.beginReport(row.park, month),
    onSuccess: ({ id }) => navigate({ to: paths.report, params: { id } }),
  });
  const cell = row.cells.find((one) => one.month === month);
  if (!cell) {
    if (!row.mayBegin) return <span className="unknown">{t('report.absent')}</span>;
    return (
      <Button type="link" size="small" loading={beginning.isPending} onClick={() => beginning.mutate()}>
        {t('report.begin')}
      </Button>
    );
  }
  const { state, late } = cell;
  const missing = state === 'draft' || state === 'returned';
  const words = missing && late > 0 ? t('report.overdue', { count: late }) : t(`report.state.${state}`);
  return (
    <Link
      to={paths.report}
      params={{ id: cell.report }}
      className={missing && late > 0 ? 'bad' : `report-${state}`}
      title={
        missing
          ? t('report.dueOn', { date: cell.due })
          : late > 0
            ? t('report.late', { count: late })
            : undefined
      }
    >
      {words}
    </Link>
  );
}
