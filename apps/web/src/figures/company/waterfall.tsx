import type { Comparison } from '../../api/company.client.ts';
import { money } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { type Span, SpanChart } from './span-chart.tsx';

/** Where the difference of one park to another comes from: item after item, from the one total to the other. */
export function Waterfall({ comparison, park }: { comparison: Comparison; park: string }) {
  const { t, of, language } = useWords();
  const { waterfall, places } = comparison;
  const place = places.find((one) => one.park === park);
  const reference = places.find(({ code }) => code === waterfall.reference);
  const found = place && waterfall.places[place.code];
  if (!place || !reference || !found) return null;
  if (place === reference) return <p className="quiet">{t('move.itself')}</p>;
  const nameOf = (item: string) => {
    const named = place.items.find((one) => one.item === item);
    return named ? of(named.names) : item;
  };
  const parts = found.parts.filter(({ npv }) => Math.abs(npv) >= 1);
  let at = reference.compared.npv;
  const spans: Span[] = [
    { name: of(reference.names), from: at, to: at, colour: 2 },
    ...parts.map(({ item, npv }): Span => {
      const span = { name: nameOf(item), from: at, to: at + npv, colour: npv < 0 ? 0 : 1 };
      at += npv;
      return span;
    }),
    { name: of(place.names), from: place.compared.npv, to: place.compared.npv, colour: 2 },
  ];
  // Totals are drawn from the least of all ends, else the parts could not be seen beside them.
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const least = Math.min(...ends) - (Math.max(...ends) - Math.min(...ends)) * 0.2;
  const drawn = spans.map((span) => (span.colour === 2 ? { ...span, from: least } : span));
  const format = (value: number) => money(value, language);
  const title = t('move.waterfallOf', { park: of(place.names), reference: of(reference.names) });
  return (
    <div className="beside">
      <SpanChart title={title} spans={drawn} format={format} scaled />
      <table className="plain" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('move.item')}</th>
            <th scope="col" className="num">
              {t('move.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ item, npv }) => (
            <tr key={item}>
              <th scope="row">{nameOf(item)}</th>
              <td className="num">{money(npv, language)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('move.inAll')}</th>
            <td className="num strong">{money(found.total, language)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
