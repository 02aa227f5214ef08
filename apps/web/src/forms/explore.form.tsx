import { useQuery } from '@tanstack/react-query';
import { type Month, months, regions } from '@tidu/reference';
import { Button, Select } from 'antd';
import { asks } from '../api/asks.ts';
import type { KnownPlace, Status } from '../api/types.ts';
import {
  breakdowns,
  currencies,
  type ExploreState,
  exploreDefaults,
  list,
  measures,
  modes,
  namesGoods,
  namesPrefectures,
} from '../url-state.ts';
import { monthName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { Choice } from './choice.form.tsx';
import { CodesSelect } from './codes.select.tsx';
import { Field } from './field.tsx';
import { TabledFields } from './tabled.fields.tsx';

interface Props {
  state: ExploreState;
  loaded: { first: string; last: string };
  /** What the loaded tables tell apart; what they do not cannot be chosen, and says why. */
  answers: Status['answers'];
  onChange: (change: ExploreState) => void;
  onReset: () => void;
}

/** The question, field by field; every change is asked at once and stands in the address. */
export function ExploreForm({ state, loaded, answers, onChange, onReset }: Props) {
  const { t, language } = useWords();
  const by = list(state.by ?? exploreDefaults.by.join());
  const months_ = months({ from: loaded.first as Month, to: loaded.last as Month }).map((value) => ({
    value: value as string,
    label: monthName(value, language),
  }));
  const options = <const T extends string>(name: string, values: readonly T[]) =>
    values.map((value): { value: T; label: string } => ({ value, label: t(`${name}.${value}`) }));
  // What only declarations tell is no word of the public's.
  const offered = (name: string) => (name !== 'supervision' && name !== 'company') || tells(answers, name);
  return (
    <form className="question" aria-label={t('explore.form')} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('explore.measure')}>
        <Select
          aria-label={t('explore.measure')}
          value={state.measure ?? 'value'}
          options={options('explore.measures', measures)}
          onChange={(measure) => onChange({ measure })}
        />
      </Field>
      <Field label={t('explore.by')} half>
        <Select
          aria-label={t('explore.by')}
          mode="multiple"
          value={by}
          options={options('explore.breakdowns', breakdowns.filter(offered)).map((option) => ({
            ...option,
            disabled: !tells(answers, option.value),
          }))}
          onChange={(chosen: string[]) =>
            onChange({
              by: chosen.join(',') || undefined,
              ...(state.across && !chosen.includes(state.across) ? { across: undefined } : {}),
            })
          }
        />
      </Field>
      <Field label={t('flow.label')}>
        <Choice
          label={t('flow.label')}
          options={options('flow', ['total', 'export', 'import'])}
          value={state.flow ?? 'total'}
          onChange={(flow) => onChange({ flow })}
        />
      </Field>
      <Field label={t('explore.places')} half>
        <PlacesSelect value={state.places} onChange={(places) => onChange({ places })} />
      </Field>
      <Field label={t('explore.mode')}>
        <Choice
          label={t('explore.mode')}
          options={options('explore.modes', modes)}
          value={state.mode ?? 'all'}
          onChange={(mode) => onChange({ mode })}
        />
      </Field>
      <Field label={`${t('explore.from')} – ${t('explore.to')}`}>
        <span className="span">
          <Select
            aria-label={t('explore.from')}
            value={state.from ?? loaded.first}
            options={months_}
            onChange={(from) => onChange({ from })}
          />
          <Select
            aria-label={t('explore.to')}
            value={state.to ?? loaded.last}
            options={months_}
            onChange={(to) => onChange({ to })}
          />
        </span>
      </Field>
      <Field label={t('explore.goods')} half>
        <CodesSelect
          label={t('explore.goods')}
          list="commodities"
          value={state.goods}
          unavailable={answers.commodity ? undefined : t('explore.noGoods')}
          onChange={(goods) => onChange({ goods })}
        />
      </Field>
      <Field label={t('explore.partners')}>
        <CodesSelect
          label={t('explore.partners')}
          list="partners"
          value={state.partners}
          unavailable={answers.partner ? undefined : t('explore.noPartners')}
          onChange={(partners) => onChange({ partners })}
        />
      </Field>
      <Field label={t('explore.tradeModes')}>
        <CodesSelect
          label={t('explore.tradeModes')}
          list="trade-modes"
          value={state.tradeModes}
          unavailable={answers.processing ? undefined : t('explore.noTradeModes')}
          onChange={(tradeModes) => onChange({ tradeModes })}
        />
      </Field>
      {answers.currencies.length > 1 ? (
        <Field label={t('explore.currency')}>
          <Choice
            label={t('explore.currency')}
            options={options('explore.currencies', currencies)}
            value={state.currency ?? exploreDefaults.currency}
            onChange={(currency) => onChange({ currency })}
          />
        </Field>
      ) : null}
      {answers.editions.length > 0 && namesGoods(state) ? (
        <Field label={t('laid.edition')}>
          <Select
            aria-label={t('laid.edition')}
            value={state.edition ?? ''}
            options={[
              { value: '', label: t('laid.asDeclared') },
              ...options('laid.editions', answers.editions),
            ]}
            onChange={(edition) => onChange({ edition: edition || undefined })}
          />
        </Field>
      ) : null}
      {answers.boundaries.length > 0 && namesPrefectures(state) ? (
        <Field label={t('laid.boundaries')}>
          <Select
            aria-label={t('laid.boundaries')}
            value={state.boundaries ?? ''}
            options={[
              { value: '', label: t('laid.asPublished') },
              ...answers.boundaries.map((value) => ({
                value,
                label: t('laid.boundariesOf', { month: monthName(value, language) }),
              })),
            ]}
            onChange={(boundaries) => onChange({ boundaries: boundaries || undefined })}
          />
        </Field>
      ) : null}
      <TabledFields state={state} answers={answers} onChange={onChange} />
      <div className="reset">
        <Button size="small" type="link" onClick={onReset}>
          {t('explore.reset')}
        </Button>
      </div>
    </form>
  );
}

function tells(answers: Status['answers'], dimension: string): boolean {
  if (dimension === 'chapter' || dimension === 'heading' || dimension === 'commodity')
    return answers.commodity;
  if (dimension === 'supervision' || dimension === 'company') return answers[dimension];
  if (dimension === 'partner') return answers.partner;
  if (dimension === 'unit') return answers.quantity;
  return dimension === 'mode' || dimension === 'processing' ? answers.processing : true;
}

function PlacesSelect({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { t, of } = useWords();
  const places = useQuery(asks.places());
  const at = (level: 'province' | 'prefecture') =>
    (places.data?.places ?? [])
      .filter(
        (place) =>
          (place.level === level && place.published) || list(value).includes(`${level}:${place.code}`),
      )
      .map((place: KnownPlace) => ({
        value: `${level}:${place.code}`,
        label: of(place.short ?? place.name),
        search: `${place.name.zh} ${place.name.en}`.toLowerCase(),
      }));
  return (
    <Select
      aria-label={t('explore.places')}
      mode="multiple"
      allowClear
      loading={places.isLoading}
      placeholder={t('explore.placesHint')}
      maxTagCount="responsive"
      value={list(value)}
      onChange={(chosen: string[]) => onChange(chosen.join(',') || undefined)}
      showSearch={{
        filterOption: (typed, option) =>
          String(option && 'search' in option ? option.search : '').includes(typed.toLowerCase()),
      }}
      options={[
        {
          label: t('explore.kinds.region'),
          options: regions.map((region) => ({
            value: `region:${region}`,
            label: t(`region.${region}`),
            search: `${t(`region.${region}`)} ${region}`.toLowerCase(),
          })),
        },
        { label: t('explore.kinds.province'), options: at('province') },
        { label: t('explore.kinds.prefecture'), options: at('prefecture') },
      ]}
    />
  );
}
