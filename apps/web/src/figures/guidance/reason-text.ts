import type { Guided } from '../../api/guidance.client.ts';
import { change, number, percent } from '../../words/amount.ts';
import type { Language } from '../../words/language.ts';

type GivenReason = Guided<'prediction'>['result']['cells'][number]['reasons'][number];
type Say = (key: string, values?: Record<string, string | number>) => string;

/** How much a reason's value is, in its own unit; nothing where it has none, like a region. */
export function reasonValue({ feature, value }: GivenReason, t: Say, language: Language): string {
  if (feature === 'region') return '';
  if (value === null) return t('receipt.unknown');
  if (feature === 'park') return t(value === 1 ? 'prediction.isPark' : 'prediction.noPark');
  if (feature === 'specialisation') return number(value, language, 2);
  if (feature === 'share') return percent(value * 100, language, 2);
  // What rounds to nothing has no sign.
  if (feature === 'density' || feature === 'value-added')
    return percent(Math.round(value * 100) + 0, language, 0);
  return change(value * 100, language, 1);
}

/** A reason with its value. */
export const reasonText = (reason: GivenReason, t: Say, language: Language): string =>
  `${t(`prediction.features.${reason.feature}`)} ${reasonValue(reason, t, language)}`.trim();
