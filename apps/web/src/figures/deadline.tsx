import { useWords } from '../words/words.ts';

const day = 86_400_000;

/** A day, and how many days are left until it or gone since. */
export function Deadline({ date }: { date: string }) {
  const { t } = useWords();
  // The programme's country has one time for all, and a day there begins at 16:00 UTC.
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const left = Math.round((Date.parse(date) - Date.parse(today)) / day);
  return (
    <span className={left < 0 ? 'deadline past' : left <= 7 ? 'deadline near' : 'deadline'}>
      <time dateTime={date}>{date}</time>{' '}
      {left < 0
        ? t('deadline.past', { days: -left })
        : left === 0
          ? t('deadline.today')
          : t('deadline.left', { days: left })}
    </span>
  );
}
