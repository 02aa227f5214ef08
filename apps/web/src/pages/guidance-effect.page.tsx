import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { guidanceAsk } from '../api/guidance.asks.ts';
import { EffectCannot } from '../figures/guidance/effect/effect-cannot.tsx';
import { EffectParks } from '../figures/guidance/effect/effect-parks.tsx';
import { EffectTold } from '../figures/guidance/effect/effect-told.tsx';
import { PromisesTable } from '../figures/guidance/effect/promises.table.tsx';
import { GuidanceHead } from '../figures/guidance/guidance-head.tsx';
import { GuidanceReceiptButton } from '../figures/guidance/guidance-receipt.tsx';
import { Skeleton, Trouble } from '../figures/state.tsx';
import { paths } from '../paths.ts';
import { readEffect } from '../url-state.effect.ts';
import { useWords } from '../words/words.ts';

/** Did it work: for the whole programme, or for the park that the address names. */
export function GuidanceEffectPage() {
  const { t, of } = useWords();
  const { id } = useParams({ strict: false });
  const { comparison = 'nearest' } = readEffect(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(
    guidanceAsk('effect', { comparison, ...(id !== undefined && { park: id }) }),
  );
  const answer = data?.result.answer;
  const name = data?.result.park ? of(data.result.park.names) : t('effect.programme');
  return (
    <div className="page guidance">
      <GuidanceHead page="guidanceEffect">
        <GuidanceReceiptButton
          receipt={data?.receipt}
          name={`${t('guidance.pages.guidanceEffect')} ${name}`}
        />
      </GuidanceHead>
      <div className="effect-choice">
        {id === undefined ? null : (
          <>
            <h2>{name}</h2>
            <Link to={paths.guidanceEffect} search={(kept) => kept}>
              {t('effect.programme')}
            </Link>
          </>
        )}
        <label className="quiet" htmlFor="effect-comparison">
          {t('effect.comparison')}
        </label>
        <Select
          id="effect-comparison"
          value={comparison}
          popupMatchSelectWidth={false}
          options={(['nearest', 'all'] as const).map((value) => ({
            value,
            label: t(`effect.comparisons.${value}`),
          }))}
          onChange={(chosen) =>
            void navigate({
              to: '.',
              search: (kept) => ({ ...kept, comparison: chosen === 'all' ? 'all' : undefined }),
              replace: true,
            })
          }
        />
      </div>
      {error ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {data === undefined || answer === undefined ? (
        error ? null : (
          <Skeleton height="60vh" />
        )
      ) : (
        <>
          {answer.told ? (
            <EffectTold effect={data.result} answer={answer} />
          ) : (
            <EffectCannot answer={answer} />
          )}
          {data.result.parks.some(({ effect }) => effect !== null) ? (
            <EffectParks parks={data.result.parks} />
          ) : null}
        </>
      )}
      <PromisesTable park={id} />
    </div>
  );
}
