import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addMonths, type Month, months as monthsOf } from '@tidu/reference';
import { Select } from 'antd';
import { asks } from '../api/asks.ts';
import type { Status } from '../api/types.ts';
import { GravityPath } from '../figures/gravity-path.tsx';
import { ImpliedTransfer } from '../figures/implied-transfer.tsx';
import { QuotientsHeat } from '../figures/quotients.heat.tsx';
import { ShiftShare } from '../figures/shift-share.chart.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Choice } from '../forms/choice.form.tsx';
import type { GradientState } from '../url-state.ts';
import { monthName, periodName, yearToDatePeriod } from '../words/month.ts';
import { useDocumentWords, useWords } from '../words/words.ts';

const route = getRouteApi('/gradient');

/** Why trade changed as it did, and what moved from where to where. */
export function GradientPage() {
  const { t } = useWords();
  useDocumentWords(t('gradient.title'));
  const status = useQuery(asks.status());
  if (status.error) return <Trouble error={status.error} retry={status.refetch} />;
  if (!status.data) return <Skeleton height="60vh" />;
  const { months, answers } = status.data;
  if (!months) return <Empty title={t('data.empty')} remedy={t('data.emptyRemedy')} />;
  return <Gradient loaded={months} answers={answers} />;
}

function Gradient({
  loaded,
  answers,
}: {
  loaded: { first: string; last: string };
  answers: Status['answers'];
}) {
  const { t, language } = useWords();
  const state: GradientState = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (change: GradientState) =>
    void navigate({ search: (was) => ({ ...was, ...change }), replace: true, resetScroll: false });
  const { month = loaded.last, goods = 'flow', level = 'region' } = state;
  const compared = addMonths(loaded.first as Month, 12);
  const months = compared <= loaded.last ? monthsOf({ from: compared, to: loaded.last as Month }) : [];
  const period = yearToDatePeriod(month);
  const [, since] = [addMonths(month as Month, -17), loaded.first].sort();
  const way = `${since}..${month}`;
  return (
    <div className="page gradient">
      <h1>{t('gradient.title')}</h1>
      <p className="quiet">{t('gradient.lead', { period: periodName(period, language) })}</p>
      <div className="choices">
        <Select
          aria-label={t('gradient.month')}
          value={month}
          options={[...months]
            .reverse()
            .map((value) => ({ value: value as string, label: monthName(value, language) }))}
          onChange={(value: string) => choose({ month: value })}
        />
        <Choice
          label={t('gradient.level')}
          options={(['region', 'province'] as const).map((value) => ({
            value,
            label: t(`gradient.levels.${value}`),
          }))}
          value={level}
          onChange={(level) => choose({ level })}
        />
        {answers.commodity ? (
          <Choice
            label={t('gradient.goods')}
            options={(['flow', 'chapter'] as const).map((value) => ({
              value,
              label: t(`gradient.goodsKinds.${value}`),
            }))}
            value={goods}
            onChange={(goods) => choose({ goods })}
          />
        ) : null}
      </div>
      <section aria-labelledby="share-title">
        <h2 id="share-title">{t('gradient.share')}</h2>
        <p className="quiet">{t('gradient.shareLead')}</p>
        <ShiftShare period={period} goods={goods} level={level} />
      </section>
      <section aria-labelledby="transfer-title">
        <h2 id="transfer-title">{t('gradient.transfer')}</h2>
        <ImpliedTransfer period={period} goods={goods} />
      </section>
      <section aria-labelledby="path-title">
        <h2 id="path-title">{t('gradient.path')}</h2>
        <GravityPath period={way} />
      </section>
      <section aria-labelledby="heat-title">
        <h2 id="heat-title">{t('gradient.heat')}</h2>
        {answers.commodity ? (
          <>
            <p className="quiet">{t('gradient.heatLead')}</p>
            <QuotientsHeat period={period} level={level} />
          </>
        ) : (
          <Empty title={t('state.refusal.no-commodity')} remedy={t('gradient.heatRemedy')} />
        )}
      </section>
    </div>
  );
}
