import { useQuery } from '@tanstack/react-query';
import { programmeAsks } from '../../../api/programme.asks.ts';
import { scenarios } from '../../../api/scenario.client.ts';
import { paths } from '../../../paths.ts';
import { useWords } from '../../../words/words.ts';
import { RecordTable } from '../../record-table.tsx';
import { Empty, Skeleton, Trouble } from '../../state.tsx';

/** Scenarios that the reader may see: their own office's, what is shared with it, and what is open to all offices. */
export function ScenarioList() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(programmeAsks.list(scenarios, { sort: 'changed' }));
  if (error) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton height={160} />;
  if (data.records.length === 0)
    return (
      <Empty
        title={t('placement.none')}
        remedy={t(data.mayCreate ? 'placement.noneRemedy' : 'placement.noneShared')}
      />
    );
  return (
    <RecordTable
      records={data.records}
      page={paths.guidanceScenario}
      label={t('placement.scenarios')}
      columns={[t('placement.scenario'), t('placement.changed')]}
      dateOf={(one) => one.changedAt.slice(0, 10)}
    />
  );
}
