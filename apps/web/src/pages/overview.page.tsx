import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addMonths, type Month } from '@tidu/reference';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { asks } from '../api/asks.ts';
import { type OverviewView, overviewAsks, overviewView } from '../api/overview.asks.ts';
import { RegionHeadlines } from '../figures/headlines.tsx';
import { Legend } from '../figures/legend.tsx';
import { MapTable } from '../figures/map-table.tsx';
import { ParkCitiesHeadline } from '../figures/park-cities.tsx';
import { ReceiptButton } from '../figures/receipt.drawer.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Choice } from '../forms/choice.form.tsx';
import { MonthSlider } from '../forms/month.slider.tsx';
import { ChinaMap } from '../maps/china.map.tsx';
import { colourOf, growthRamp, shareRamp } from '../maps/ramp.ts';
import type { OverviewState } from '../url-state.ts';
import { change, percent } from '../words/amount.ts';
import { periodName, yearToDatePeriod } from '../words/month.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi('/');

/** The page opens on the map: where trade stands this month, and beside it the headline figures. */
export function OverviewPage() {
  const { t } = useWords();
  useDocumentWords();
  const status = useQuery(asks.status());
  if (status.error) return <Trouble error={status.error} retry={status.refetch} />;
  if (!status.data) return <Skeleton height="70vh" />;
  const { months } = status.data;
  if (!months) return <Empty title={t('data.empty')} remedy={t('data.emptyRemedy')} />;
  return <Overview first={months.first} last={months.last} />;
}

function Overview({ first, last }: { first: string; last: string }) {
  const { t, language } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: OverviewState) =>
    void navigate({ search: (was) => ({ ...was, ...change }), replace: true, resetScroll: false });
  const view = overviewView(search, { first, last });
  const { flow, show, level, span, month, period } = view;
  const asked = overviewAsks(view);
  const figure = useQuery(asked.map);
  usePreparedNextMonth(view, { first, last });
  const format = (value: number | null) =>
    show === 'share'
      ? percent(value, language, value !== null && value < 0.1 ? 3 : 2)
      : change(value, language);
  const what = t(show === 'share' ? 'map.share' : 'map.growth');
  const options = <const T extends string>(name: string, values: readonly T[]) =>
    values.map((value): { value: T; label: string } => ({ value, label: t(`${name}.${value}`) }));
  const [tabled, setTabled] = useState(false);
  return (
    <div className="overview">
      <section className="atlas" aria-labelledby="map-title">
        <div className="atlas-head">
          <h1 id="map-title">{t('map.title')}</h1>
          <div className="choices">
            <Choice
              label={t('flow.label')}
              options={options('flow', ['total', 'export', 'import'])}
              value={flow}
              onChange={(flow) => choose({ flow })}
            />
            <Choice
              label={t('show.label')}
              options={options('show', ['share', 'growth'])}
              value={show}
              onChange={(show) => choose({ show })}
            />
            <Choice
              label={t('level.label')}
              options={options('level', ['prefecture', 'province'])}
              value={level}
              onChange={(level) => choose({ level })}
            />
            <Choice
              label={t('span.label')}
              options={options('span', ['year', 'month'])}
              value={span}
              onChange={(span) => choose({ span })}
            />
          </div>
        </div>
        <Atlas
          values={figure.data?.figure.values ?? {}}
          error={figure.error}
          show={show}
          level={level}
          what={what}
          of={`${t(`flow.${flow}`)} · ${periodName(show === 'share' ? period : yearToDatePeriod(month), language)}`}
          format={format}
          tabled={tabled}
        />
        <div className="atlas-foot">
          <MonthSlider first={first} last={last} value={month} onChange={(month) => choose({ month })} />
          <div className="atlas-tools">
            <Button size="small" aria-pressed={tabled} onClick={() => setTabled(!tabled)}>
              {t(tabled ? 'table.showMap' : 'table.show')}
            </Button>
            <ReceiptButton
              receipt={figure.data?.receipt}
              name={t(show === 'share' ? 'figure.place-shares' : 'figure.place-growth')}
            />
          </div>
        </div>
      </section>
      <aside className="headlines">
        <RegionHeadlines asked={asked} />
        <ParkCitiesHeadline asked={asked} month={month} />
        <p className="footnote">
          {t('footer.registration')} {show === 'growth' ? t('map.growthIs') : ''} {t('footer.source')}
        </p>
      </aside>
    </div>
  );
}

interface AtlasProps {
  values: Record<string, number | null>;
  error: unknown;
  show: 'share' | 'growth';
  level: 'prefecture' | 'province';
  /** What the colours stand for, and of which trade in which period. */
  what: string;
  of: string;
  format: (value: number | null) => string;
  tabled: boolean;
}

function Atlas({ values, error, show, level, what, of: ofWhich, format, tabled }: AtlasProps) {
  const { t, of } = useWords();
  const title = `${what} · ${ofWhich}`;
  const prefectures = useQuery(asks.map('prefectures'));
  const provinces = useQuery(asks.map('provinces'));
  const inset = useQuery(asks.map('inset'));
  const places = useQuery(asks.places());
  const parks = useQuery(asks.parks());
  const ramp = show === 'share' ? shareRamp : growthRamp;
  const byCode = new Map(places.data?.places.map((place) => [place.code, place]));
  const nameOf = (code: string, other = code) => {
    const place = byCode.get(code);
    return place ? of(place.name) : other;
  };
  const marks = (parks.data?.parks ?? []).map((park) => {
    const place = byCode.get(park.place);
    return {
      id: park.id,
      name: of(place?.short ?? place?.name ?? park.name),
      position: [park.longitude, park.latitude] as [number, number],
    };
  });
  const number = prefectures.data?.properties?.approvalNumber;
  if (error) return <Trouble error={error} />;
  if (tabled) {
    const rows = Object.entries(values).map(([code, value]) => ({ code, name: nameOf(code), value }));
    return <MapTable rows={rows} title={title} head={title} format={format} />;
  }
  const failed = prefectures.error ?? provinces.error;
  if (failed) return <Trouble error={failed} retry={() => void prefectures.refetch()} />;
  return (
    <div className="canvas">
      {prefectures.data && provinces.data ? (
        <ChinaMap
          prefectures={prefectures.data}
          provinces={provinces.data}
          inset={inset.data}
          level={level}
          label={t('map.label', { what: title })}
          colour={(code) => colourOf(values[code], ramp)}
          describe={(code, name) =>
            `${nameOf(code, name)}  ${values[code] === undefined ? t('map.unpublished') : format(values[code] ?? null)}`
          }
          marks={marks}
        />
      ) : (
        <Skeleton height="100%" />
      )}
      <Legend ramp={ramp} signed={show === 'growth'} what={what} of={ofWhich} />
      <p className="approval">{number ? t('map.approval', { number }) : t('map.noApproval')}</p>
    </div>
  );
}

/** Fetches the figures of the month after this one, so that the slider and the player do not wait. */
function usePreparedNextMonth(view: OverviewView, loaded: { first: string; last: string }): void {
  const client = useQueryClient();
  const { flow, show, level, span, month } = view;
  const { first, last } = loaded;
  useEffect(() => {
    if (month >= last) return;
    const next = { flow, show, level, span, month: addMonths(month as Month, 1) };
    for (const ask of Object.values(overviewAsks(overviewView(next, { first, last }))))
      void client.prefetchQuery(ask);
  }, [client, month, first, last, flow, show, level, span]);
}
