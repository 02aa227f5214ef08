import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type Month, months as monthsOf } from '@tidu/reference';
import { asks } from '../api/asks.ts';
import type { Parameters } from '../api/http.client.ts';
import type { KnownPlace, QueryAnswer } from '../api/types.ts';
import { Choice } from '../forms/choice.form.tsx';
import type { ParkState } from '../url-state.ts';
import { money, number, percent } from '../words/amount.ts';
import { monthName, periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { SeriesChart } from './series.chart.tsx';
import { indexed } from './series.ts';
import { Skeleton, Trouble } from './state.tsx';

const route = getRouteApi('/parks/$id');
const baseMonths = 12;

interface Props {
  city: KnownPlace;
  province: KnownPlace;
}

/** A city's months beside its province and its region; where the city has none, the other two. */
export function CityTrade({ city, province }: Props) {
  const { t, of, language } = useWords();
  const { flow = 'total', scale = 'index' } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: ParkState) =>
    void navigate({ search: (was) => ({ ...was, ...change }), replace: true, resetScroll: false });
  const { data: status } = useQuery(asks.status());
  const loaded = status?.months ?? undefined;
  const period = loaded ? `${loaded.first}..${loaded.last}` : '';
  const ask = (where: Parameters, wanted = true) => ({
    ...asks.query({ measure: 'value', by: 'month', flow, period, ...where }),
    enabled: loaded !== undefined && wanted,
  });
  const isProvince = city.code === province.code;
  const ofCity = useQuery(ask({ 'where.prefecture': city.code }, city.published && !isProvince));
  const ofProvince = useQuery(ask({ 'where.province': province.code }));
  const ofRegion = useQuery(ask({ 'where.region': city.region ?? '' }));
  const error = ofCity.error ?? ofProvince.error ?? ofRegion.error;
  const region = t('park.regionSeries', { region: t(`region.${city.region}`) });
  const title = t('park.series', { city: of(city.short ?? city.name) });
  return (
    <section aria-labelledby="series-title">
      <div className="chart-head">
        <h2 id="series-title">{title}</h2>
        <div className="choices">
          <Choice
            label={t('flow.label')}
            options={(['total', 'export', 'import'] as const).map((value) => ({
              value,
              label: t(`flow.${value}`),
            }))}
            value={flow}
            onChange={(value) => choose({ flow: value === 'total' ? undefined : value })}
          />
          <Choice
            label={t('park.scale')}
            options={(['index', 'absolute'] as const).map((value) => ({ value, label: t(`park.${value}`) }))}
            value={scale}
            onChange={(value) => choose({ scale: value === 'index' ? undefined : value })}
          />
        </div>
      </div>
      {city.published ? null : (
        <p className="caution" role="note">
          {t('park.unpublished', {
            city: of(city.name),
            province: of(province.name),
            region,
          })}
        </p>
      )}
      {error ? (
        <Trouble error={error} />
      ) : !loaded || !ofProvince.data || !ofRegion.data || (ofCity.isLoading && city.published) ? (
        <Skeleton height={340} />
      ) : (
        <Lines
          title={title}
          all={monthsOf({ from: loaded.first as Month, to: loaded.last as Month })}
          scale={scale}
          answers={[
            ...(ofCity.data && !isProvince
              ? [{ name: of(city.short ?? city.name), answer: ofCity.data }]
              : []),
            { name: of(province.short ?? province.name), answer: ofProvince.data },
            { name: region, answer: ofRegion.data },
          ]}
        />
      )}
      {scale === 'index' ? <p className="quiet">{t('park.indexIs', { count: baseMonths })}</p> : null}
      {isProvince ? <p className="quiet">{t('park.isProvince')}</p> : null}
      {ofCity.data && ofProvince.data && !isProvince ? (
        <ShareOfProvince city={ofCity.data} province={ofProvince.data} language={language} />
      ) : null}
      <p className="quiet">{t('footer.registration')}</p>
    </section>
  );
}

interface LinesProps {
  title: string;
  all: readonly string[];
  scale: 'index' | 'absolute';
  answers: readonly { name: string; answer: QueryAnswer }[];
}

function Lines({ title, all, scale, answers }: LinesProps) {
  const { language } = useWords();
  const series = answers.map(({ name, answer }) => {
    const values = all.map((month) => valueAt(answer, month));
    return { name, values: scale === 'index' ? indexed(values, baseMonths) : values };
  });
  const format = (value: number | null) =>
    scale === 'absolute' ? money(value, language) : value === null ? '—' : number(value, language, 1);
  return (
    <SeriesChart
      title={title}
      kind="line"
      points={all.map((month) => monthName(month, language))}
      series={series}
      format={format}
    />
  );
}

interface ShareProps {
  city: QueryAnswer;
  province: QueryAnswer;
  language: 'zh-CN' | 'en';
}

/** What the city held of its province in each year, as far as months of both are known. */
function ShareOfProvince({ city, province, language }: ShareProps) {
  const { t } = useWords();
  const known = months(city).filter((month) => valueAt(province, month) !== null);
  const years = [...new Set(known.map((month) => month.slice(0, 4)))];
  return (
    <>
      <h3>{t('park.sums')}</h3>
      <div className="wide">
        <table className="plain" data-table="share-of-province">
          <thead>
            <tr>
              <th scope="col">{t('park.period')}</th>
              {(['cityValue', 'provinceValue', 'share'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`park.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => {
              const within = known.filter((month) => month.startsWith(year));
              const sum = (answer: QueryAnswer) =>
                within.reduce((total, month) => total + (valueAt(answer, month) ?? 0), 0);
              const period =
                within.length === 12 ? year : `${within[0] ?? year}..${within[within.length - 1] ?? year}`;
              return (
                <tr key={year}>
                  <th scope="row">{periodName(period, language)}</th>
                  <td className="num">{money(sum(city), language)}</td>
                  <td className="num">{money(sum(province), language)}</td>
                  <td className="num strong">{percent((100 * sum(city)) / sum(province), language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

const months = (answer: QueryAnswer): string[] =>
  answer.rows.filter(({ value }) => typeof value === 'number').map(({ month }) => String(month));

function valueAt(answer: QueryAnswer, month: string): number | null {
  const value = answer.rows.find((row) => row.month === month)?.value;
  return typeof value === 'number' ? value : null;
}
