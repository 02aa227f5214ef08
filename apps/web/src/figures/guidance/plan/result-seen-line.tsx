import { Button } from 'antd';
import type { ResultSeen } from '../../../api/scenario.client.ts';
import { money } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { stillSeen } from './result-seen.ts';

const named = 5;

/** Whether a scenario still comes to what it did when it was made; if not, what has changed since. */
export function ResultSeenLine({
  was,
  now,
  take,
}: {
  was: ResultSeen | undefined;
  now: ResultSeen | undefined;
  take?: (seen: ResultSeen) => void;
}) {
  const { t, language } = useWords();
  if (!was) return <p className="quiet">{t('placement.seen.none')}</p>;
  if (!now) return null;
  const { same, figures, records, pack, sight } = stillSeen(was, now);
  if (same) return <p className="quiet">{t('placement.seen.same', { on: was.on })}</p>;
  const told = records.slice(0, named).join(t('list.comma')) + (records.length > named ? '…' : '');
  return (
    <p className="caution" role="status">
      {t('placement.seen.changed', { on: was.on })}{' '}
      {was.moved === null ? null : t('placement.seen.was', { moved: money(was.moved, language) })}{' '}
      {figures ? t('placement.seen.figures') : null}{' '}
      {records.length > 0 ? t('placement.seen.records', { records: told }) : null}{' '}
      {pack ? t('placement.seen.pack') : null} {sight ? t('placement.seen.sight') : null}{' '}
      {figures || pack || sight || records.length > 0 ? null : t('placement.seen.method')}{' '}
      {take ? (
        <Button size="small" onClick={() => take(now)}>
          {t('placement.seen.take')}
        </Button>
      ) : null}
    </p>
  );
}
