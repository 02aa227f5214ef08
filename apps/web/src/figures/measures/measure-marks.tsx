import type { MeasureBrief } from '../../api/measure.client.ts';
import { useWords } from '../../words/words.ts';
import { SampleMark } from '../record-head.tsx';

/** What one has to know of a measure before reading it: paraphrase or original, an office's own, without an amount. */
export function MeasureMarks({ measure }: { measure: MeasureBrief }) {
  const { t } = useWords();
  return (
    <>
      <span className="measure-mark" title={t('measures.paraphraseHint')} data-wording={measure.wording}>
        {t(`measures.${measure.wording}`)}
      </span>
      {measure.unquantified ? <span className="measure-mark">{t('measures.unquantified')}</span> : null}
      {measure.record ? <span className="measure-mark">{t('measures.office')}</span> : null}
      {measure.record?.sample ? <SampleMark /> : null}
    </>
  );
}

/** Since when, and until when. */
export function Dates({ from, to }: { from: string; to?: string | undefined }) {
  const { t } = useWords();
  return <>{to ? t('measures.until', { from, to }) : t('measures.since', { from })}</>;
}

/** Where it holds; of many places the first few. */
export function PlacesHeld({ places, most = 3 }: { places: MeasureBrief['places']; most?: number }) {
  const { t, of } = useWords();
  const shown = places.slice(0, most).map(({ name }) => of(name));
  const all = places.map(({ name }) => of(name)).join(t('list.comma'));
  return (
    <span title={places.length > most ? all : undefined}>
      {shown.join(t('list.comma'))}
      {places.length > most ? ` ${t('measures.morePlaces', { count: places.length })}` : ''}
    </span>
  );
}
