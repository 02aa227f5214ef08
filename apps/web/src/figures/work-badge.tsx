import { useQuery } from '@tanstack/react-query';
import { programmeAsks } from '../api/programme.asks.ts';
import { workAsks } from '../api/work.asks.ts';
import { useWords } from '../words/words.ts';

/** How much waits for me, in the navigation; in red when some of it is overdue. */
export function WorkBadge() {
  const { t } = useWords();
  const { data: session } = useQuery(programmeAsks.session());
  const { data } = useQuery({ ...workAsks.counts(), enabled: Boolean(session?.asker) });
  if (!session?.asker || !data || data.total === 0) return null;
  const label =
    data.overdue > 0
      ? t('work.badgeOverdue', { count: data.total, overdue: data.overdue })
      : t('work.badge', { count: data.total });
  return (
    <span className="badge" data-overdue={data.overdue > 0} title={label}>
      <span aria-hidden="true">{data.total > 999 ? '999+' : data.total}</span>
      <span className="unseen">{label}</span>
    </span>
  );
}
