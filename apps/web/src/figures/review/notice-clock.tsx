import { useQuery } from '@tanstack/react-query';
import { reviewAsks } from '../../api/review.asks.ts';
import type { NoticeContent } from '../../api/review.client.ts';
import { useWords } from '../../words/words.ts';

/** The days of a notice: from, to, and how many working days have begun and are left. */
export function NoticeClock({
  id,
  version,
  notice,
}: {
  id: string;
  version: number;
  notice: Partial<NoticeContent>;
}) {
  const { t } = useWords();
  const { from = '', to = '', workingDays = 0 } = notice;
  const { data } = useQuery({ ...reviewAsks.clock(id, version), enabled: from !== '' });
  if (from === '') return null;
  return (
    <p className="notice-clock" role="status">
      <b>
        <time dateTime={from}>{from}</time> – <time dateTime={to}>{to}</time>
      </b>{' '}
      {t('notice.days', { count: workingDays })}
      {data ? (
        <span className="days" aria-hidden="true">
          {Array.from({ length: workingDays }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a day of the notice is known by its place
            <i key={i} data-passed={i < data.passed} />
          ))}
        </span>
      ) : null}{' '}
      {data ? t(data.over ? 'notice.over' : 'notice.left', { left: data.left, passed: data.passed }) : ''}
    </p>
  );
}
