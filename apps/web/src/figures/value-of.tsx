import type { Indicator } from '../api/assessment.asks.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

/** A value of an indicator as people read it: yes or no, a number, or that it is not known. */
export function ValueOf({
  indicator,
  value,
}: {
  indicator: Pick<Indicator, 'scoring'>;
  value: number | null | undefined;
}) {
  const { t, language } = useWords();
  if (value === null || value === undefined) return <span className="quiet">{t('assess.notKnown')}</span>;
  if (indicator.scoring.rule === 'yes-no') return t(value === 0 ? 'assess.no' : 'assess.yes');
  return number(value, language, Number.isInteger(value) ? 0 : 2);
}
