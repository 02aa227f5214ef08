import { useQuery } from '@tanstack/react-query';
import { asks } from '../api/asks.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { Notes, ReceiptButton } from './receipt.drawer.tsx';
import { useRowNames } from './row-names.ts';
import { Skeleton, Trouble } from './state.tsx';

/** Places × HS chapters, shaded by quotient: the picture and its table are one. */
export function QuotientsHeat({ period, level }: { period: string; level: string }) {
  const { t, language } = useWords();
  const figure = useQuery(asks.figure('location-quotients', { period, level, flow: 'export' }));
  const name = useRowNames(['province', 'chapter', 'region']);
  if (figure.error) return <Trouble error={figure.error} />;
  if (!figure.data) return <Skeleton height={320} />;
  const { values, coverage, notes } = figure.data.figure;
  const keys = Object.keys(values).map((key) => key.split('.') as [string, string]);
  const [places, chapters] = [0, 1].map((part) => [...new Set(keys.map((key) => key[part] ?? ''))]) as [
    string[],
    string[],
  ];
  const small = new Set(Array.isArray(coverage.smallBase) ? coverage.smallBase.map(String) : []);
  return (
    <>
      <section className="wide heat" aria-label={t('gradient.heat')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('gradient.chapter')}</th>
              {places.map((place) => (
                <th key={place} scope="col" className="num">
                  {name(level === 'region' ? 'region' : 'province', place)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chapters.map((chapter) => (
              <tr key={chapter}>
                <th scope="row">{name('chapter', chapter)}</th>
                {places.map((place) => {
                  const key = `${place}.${chapter}`;
                  const value = values[key] ?? null;
                  return (
                    <td key={place} className="num" style={{ background: shade(value) }}>
                      {value === null ? '—' : number(value, language, 2)}
                      {small.has(key) ? '*' : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Notes codes={notes} />
      <ReceiptButton receipt={figure.data.receipt} name={t('figure.location-quotients')} />
    </>
  );
}

/** White at 1 and below, the accent by the logarithm of what is above it. */
function shade(value: number | null): string {
  if (value === null || value <= 1) return 'transparent';
  return `rgb(13 95 88 / ${Math.min(0.55, 0.16 * Math.log2(value)).toFixed(2)})`;
}
