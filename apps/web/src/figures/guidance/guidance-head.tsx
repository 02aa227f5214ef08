import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { guidanceAsk } from '../../api/guidance.asks.ts';
import { type GuidancePage, guidancePages } from '../../guidance-pages.ts';
import { paths } from '../../paths.ts';
import { periodName } from '../../words/month.ts';
import { useDocumentWords, useWords } from '../../words/words.ts';

/** The head of a page of guidance: its question, the other questions, and on what the answer rests. */
export function GuidanceHead({ page, children }: { page: GuidancePage; children?: ReactNode }) {
  const { t } = useWords();
  const title = t(`guidance.pages.${page}`);
  useDocumentWords(title);
  return (
    <>
      <nav className="guidance-pages" aria-label={t('guidance.label')}>
        {guidancePages.map((one) => (
          <Link
            key={one}
            to={paths[one]}
            activeOptions={{ exact: true }}
            aria-current={one === page ? 'page' : undefined}
          >
            {t(`guidance.pages.${one}`)}
          </Link>
        ))}
      </nav>
      <div className="page-head">
        <h1>{title}</h1>
        {children}
      </div>
      <p className="quiet">{t(`guidance.leads.${page}`)}</p>
      <RestsOn />
    </>
  );
}

/** Which statistics guidance rests on, in a sentence: what is measured, when, and for how many cities. */
function RestsOn() {
  const { t, language } = useWords();
  const { data } = useQuery(guidanceAsk('known', {}));
  if (!data) return null;
  const { trade, groups } = data.result;
  if (!trade) return <p className="caution">{t('guidance.noStatistics')}</p>;
  const { measured, periods, told, of, synthetic } = trade;
  const [first = '', last = first] = [periods[0], periods.at(-1)];
  const goods = groups.length > 1 ? t('guidance.byGroups', { count: groups.length }) : t('guidance.allGoods');
  return (
    <p className="rests-on">
      {synthetic ? <Tag color="purple">{t('guidance.synthetic')}</Tag> : null}
      {t(`guidance.restsOn.${measured}`, {
        goods,
        first: periodName(first, language),
        last: periodName(last, language),
        count: periods.length,
        told,
        of,
      })}
    </p>
  );
}
