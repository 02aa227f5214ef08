import type { QueryAnswer } from '../api/types.ts';
import { percent } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

type Left = NonNullable<QueryAnswer['notConcorded']>;

interface Props {
  left: Left;
  edition: string;
  format: (value: number | null) => string;
}

/** What stands in no row, above the rows: how much of the whole, and which codes first. */
export function NotConcorded({ left, edition: asked, format }: Props) {
  const { t, language } = useWords();
  const edition = t(`laid.editions.${asked}`);
  if (left.codes === 0) return <p className="quiet">{t('laid.allConcorded', { edition })}</p>;
  const said = {
    edition,
    amount: format(left.value),
    share: percent(left.share, language),
    count: left.codes,
  };
  return (
    <details className="left-over">
      <summary>{t('laid.notConcorded', said)}</summary>
      <table>
        <caption>{t('laid.first')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('laid.code')}</th>
            <th scope="col">{t('laid.from')}</th>
            <th scope="col">{t('laid.candidates')}</th>
            <th scope="col" className="num">
              {t('laid.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {left.first.map(({ code, from, value, candidates }) => (
            <tr key={`${from} ${code}`}>
              <td>{code}</td>
              <td>{t(`laid.editions.${from}`, { defaultValue: from })}</td>
              <td>{candidates.length > 0 ? candidates.join(t('list.comma')) : t('laid.unknown')}</td>
              <td className="num">{format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
