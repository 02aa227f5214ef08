import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { asks } from '../api/asks.ts';
import type { LoadRecord, Status } from '../api/types.ts';
import { type ExploreState, exploreDefaults, list } from '../url-state.ts';
import { useWords } from '../words/words.ts';
import { Field } from './field.tsx';

interface Props {
  state: ExploreState;
  answers: Status['answers'];
  onChange: (change: ExploreState) => void;
}

/** How the table is laid out, as known when, and which of the loaded tables is asked. */
export function TabledFields({ state, answers, onChange }: Props) {
  const { t } = useWords();
  const loads = useQuery(asks.loads());
  const by = list(state.by ?? exploreDefaults.by.join());
  const named = ({ id, file, withdraws }: LoadRecord) =>
    withdraws === undefined
      ? t('tabled.vintageOf', { id, file })
      : t('tabled.vintageWithdraws', { id, withdraws });
  return (
    <>
      <Field label={t('tabled.across')}>
        <Select
          aria-label={t('tabled.across')}
          value={state.across ?? ''}
          disabled={state.currency === 'both'}
          options={[
            { value: '', label: t('tabled.inRows') },
            ...by.map((value) => ({ value, label: t(`explore.breakdowns.${value}`) })),
          ]}
          onChange={(across) => onChange({ across: across || undefined, view: undefined })}
        />
      </Field>
      <Field label={t('tabled.vintage')}>
        <Select
          aria-label={t('tabled.vintage')}
          value={state.asKnownAt ?? 0}
          loading={loads.isLoading}
          popupMatchSelectWidth={420}
          options={[
            { value: 0, label: t('tabled.latest') },
            ...[...(loads.data?.loads ?? [])]
              .reverse()
              .map((load) => ({ value: load.id, label: named(load) })),
          ]}
          onChange={(vintage) => onChange({ asKnownAt: vintage === 0 ? undefined : vintage })}
        />
      </Field>
      {answers.shapes.length > 1 ? (
        <Field label={t('tabled.shape')}>
          <Select
            aria-label={t('tabled.shape')}
            value={state.shape ?? ''}
            popupMatchSelectWidth={420}
            options={[
              { value: '', label: t('tabled.anyShape') },
              ...answers.shapes.map(({ id }) => ({ value: id, label: id })),
            ]}
            onChange={(shape) => onChange({ shape: shape || undefined })}
          />
        </Field>
      ) : null}
    </>
  );
}
