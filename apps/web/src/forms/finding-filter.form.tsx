import { Select } from 'antd';
import type { Findings, QualitySource } from '../api/types.ts';
import { checks, findingsShown, type QualityState, severities } from '../url-state.ts';
import { sourceName } from '../words/finding.ts';
import { useWords } from '../words/words.ts';
import { Choice } from './choice.form.tsx';

interface Props {
  state: QualityState;
  counts: Findings['counts'];
  sources: readonly QualitySource[];
  choose: (chosen: QualityState) => void;
}

/** Which findings are listed; the address keeps it. */
export function FindingFilter({ state, counts, sources, choose }: Props) {
  const { t, language } = useWords();
  const { open = 0, reopened = 0, decided = 0, gone = 0 } = counts.state;
  const of = { todo: open + reopened, decided, gone, all: open + reopened + decided + gone };
  return (
    <fieldset className="finding-filter" aria-label={t('quality.filter')}>
      <Choice
        label={t('quality.stateLabel')}
        value={state.list ?? 'todo'}
        options={findingsShown.map((value) => ({
          value,
          label: `${t(`quality.show.${value}`)} ${of[value]}`,
        }))}
        onChange={(listed) => choose({ list: listed })}
      />
      <Choice
        label={t('quality.severityLabel')}
        value={state.severity ?? 'all'}
        options={(['all', ...severities] as const).map((value) => ({
          value,
          label: t(`quality.severity.${value}`),
        }))}
        onChange={(severity) => choose({ severity: severity === 'all' ? undefined : severity })}
      />
      <Select
        aria-label={t('quality.checkLabel')}
        value={state.check ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('quality.allChecks') },
          ...checks.map((value) => ({
            value,
            label: `${t(`quality.check.${value}`)} ${counts.check[value] ?? 0}`,
          })),
        ]}
        onChange={(value) => choose({ check: checks.find((check) => check === value) })}
      />
      <Select
        aria-label={t('quality.sourceLabel')}
        value={state.table ?? ''}
        popupMatchSelectWidth={false}
        options={[
          { value: '', label: t('quality.allSources') },
          ...sources.map((source) => ({ value: source.shape.id, label: sourceName(source, t, language) })),
        ]}
        onChange={(value) => choose({ table: value || undefined })}
      />
    </fieldset>
  );
}
