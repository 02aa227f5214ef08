import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { guidanceAsk } from '../api/guidance.asks.ts';
import type { Guided } from '../api/guidance.client.ts';
import { Refusal } from '../api/http.client.ts';
import { BackTest } from '../figures/guidance/back-test.tsx';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { GuidanceReceiptButton } from '../figures/guidance/guidance-receipt.tsx';
import { ModelCard } from '../figures/guidance/model-card.tsx';
import { ModelWeights } from '../figures/guidance/model-weights.tsx';
import { PredictionTable } from '../figures/guidance/prediction.table.tsx';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { Choice } from '../forms/choice.form.tsx';
import type { PredictionState } from '../url-state.prediction.ts';
import { percent } from '../words/amount.ts';
import { periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi('/guidance/prediction');

/** Whose share will rise, why it is thought so, how well that did before, and what it is not for. */
export function PredictionPage() {
  const { t } = useWords();
  const { place, group, of }: PredictionState = route.useSearch();
  const asked: PredictionState = { ...(place && { place }), ...(group && { group }), ...(of && { of }) };
  const { data, error, refetch } = useQuery(guidanceAsk('prediction', asked));
  const code = error instanceof Refusal ? error.code : undefined;
  return (
    <div className="page guidance">
      <GuidanceHead page="guidancePrediction">
        <GuidanceReceiptButton receipt={data?.receipt} name={t('guidance.pages.guidancePrediction')} />
      </GuidanceHead>
      {code === 'not-computable' ? (
        <Empty title={t('prediction.tooFew')} remedy={t('prediction.tooFewRemedy')} />
      ) : error && code !== 'no-statistics' ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : null}
      {data ? (
        <>
          <Today result={data.result} asked={asked} />
          <BackTest />
          <ModelCard />
          <ModelWeights result={data.result} />
        </>
      ) : error ? (
        <ModelCard />
      ) : (
        <Skeleton height="60vh" />
      )}
    </div>
  );
}

/** Today's probabilities, of the cities and goods that are asked for. */
function Today({ result, asked }: { result: Guided<'prediction'>['result']; asked: PredictionState }) {
  const { t, language } = useWords();
  const { origin, until, learnt, learntFrom, rose } = result;
  const [first = '', last = first] = [learntFrom[0], learntFrom.at(-1)];
  return (
    <section aria-labelledby="today-title">
      <h2 id="today-title">{t('prediction.today', { until: periodName(until, language) })}</h2>
      <p>
        {t('prediction.said', {
          origin: periodName(origin, language),
          until: periodName(until, language),
          learnt,
          years:
            first === last
              ? periodName(first, language)
              : `${periodName(first, language)}–${periodName(last, language)}`,
          rose: percent(rose * 100, language, 0),
        })}
      </p>
      <Asked result={result} asked={asked} />
      <PredictionTable result={result} />
    </section>
  );
}

function Asked({ result, asked }: { result: Guided<'prediction'>['result']; asked: PredictionState }) {
  const { t, of } = useWords();
  const navigate = route.useNavigate();
  const { data: known } = useQuery(guidanceAsk('known', {}));
  const choose = (change: { [K in keyof PredictionState]: PredictionState[K] | undefined }) =>
    void navigate({
      search: (was) => ({ ...was, ...change }) as PredictionState,
      replace: true,
      resetScroll: false,
    });
  const { place, group, of: scope } = asked;
  return (
    <div className="choices">
      <Select
        aria-label={t('prediction.city')}
        value={place ?? ''}
        options={[
          { value: '', label: t('prediction.everyCity') },
          ...(known?.result.places ?? [])
            .filter(({ told }) => told)
            .map(({ code, names }) => ({ value: code, label: of(names) })),
        ]}
        onChange={(place: string) => choose({ place: place || undefined })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
      {result.groups.length > 1 ? (
        <Select
          aria-label={t('prediction.group')}
          value={group ?? ''}
          options={[
            { value: '', label: t('prediction.everyGroup') },
            ...result.groups.map(({ id, names }) => ({ value: id, label: of(names) })),
          ]}
          onChange={(group: string) => choose({ group: group || undefined })}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      ) : null}
      {place === undefined ? (
        <Choice
          label={t('prediction.of')}
          options={(['parks', 'all'] as const).map((value) => ({
            value,
            label: t(`prediction.scope.${value}`),
          }))}
          value={scope ?? 'parks'}
          onChange={(value) => choose({ of: value === 'all' ? value : undefined })}
        />
      ) : null}
    </div>
  );
}
