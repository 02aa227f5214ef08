import { regions } from '@tidu/reference';
import type { Receipt } from '../api/types.ts';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { useRowNames } from './row-names.ts';

/** What was computed, value by value as the receipt holds it, and what it covers. */
export function ReceiptResult({ result }: { result: Receipt['result'] }) {
  const { t, language } = useWords();
  const nameOfPlace = useRowNames(['prefecture']);
  const nameOf = (key: string) =>
    /^\d{6}$/.test(key)
      ? nameOfPlace('prefecture', key)
      : (regions as readonly string[]).includes(key)
        ? t(`region.${key}`)
        : t(`receipt.values.${key}`, { defaultValue: key });
  const missing = codesOf(result.coverage.missing);
  return (
    <>
      <table className="plain">
        <tbody>
          {Object.entries(result.values).map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{nameOf(key)}</th>
              <td className="num">
                {value === null ? t('receipt.unknown') : number(value, language, shownDigits)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing.length > 0 ? (
        <details>
          <summary>{t('receipt.missing', { count: missing.length })}</summary>
          <p className="quiet">{missing.map(nameOf).join(t('list.comma'))}</p>
        </details>
      ) : null}
    </>
  );
}

const shownDigits = 4;

const codesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
