import type { QueryAnswer } from '../api/types.ts';
import { percent } from '../words/amount.ts';
import { monthName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { useRowNames } from './row-names.ts';

type Left = NonNullable<QueryAnswer['notConcorded']>;

interface Props {
  answer: QueryAnswer;
  edition: string | undefined;
  boundaries: string | undefined;
  format: (value: number | null) => string;
}

/** What stands in no row, above the rows: how much of the whole, and which codes first. */
export function LeftOvers({ answer, edition, boundaries, format }: Props) {
  const { t, language } = useWords();
  const place = useRowNames(answer.unattributed ? ['prefecture'] : []);
  const { notConcorded, unattributed } = answer;
  const counted = (left: Left) => ({
    amount: format(left.value),
    share: percent(left.share === null ? null : left.share * 100, language),
    count: left.codes,
  });
  const to = { edition: t(`laid.editions.${edition}`) };
  const at = { month: boundaries ? monthName(boundaries, language) : '' };
  return (
    <>
      {notConcorded && edition ? (
        notConcorded.codes === 0 ? (
          <p className="quiet">{t('laid.allConcorded', to)}</p>
        ) : (
          <Details
            says={t('laid.notConcorded', { ...to, ...counted(notConcorded) })}
            left={notConcorded}
            heads={[t('laid.code'), t('laid.from')]}
            name={(code) => code}
            time={(from) => t(`laid.editions.${from}`, { defaultValue: from })}
            format={format}
          />
        )
      ) : null}
      {unattributed && boundaries ? (
        unattributed.codes === 0 ? (
          <p className="quiet">{t('laid.allAttributed', at)}</p>
        ) : (
          <Details
            says={t('laid.unattributed', { ...at, ...counted(unattributed) })}
            left={unattributed}
            heads={[t('laid.place'), t('laid.since')]}
            name={(code) => place('prefecture', code)}
            time={(from) => (from ? monthName(from, language) : '—')}
            format={format}
          />
        )
      ) : null}
    </>
  );
}

interface DetailsProps {
  says: string;
  left: Left;
  heads: readonly [string, string];
  name: (code: string) => string;
  time: (from: string) => string;
  format: (value: number | null) => string;
}

function Details({ says, left, heads, name, time, format }: DetailsProps) {
  const { t } = useWords();
  return (
    <details className="left-over">
      <summary>{says}</summary>
      <table>
        <caption>{t('laid.first')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">{t('laid.candidates')}</th>
            <th scope="col" className="num">
              {t('laid.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {left.first.map(({ code, from, value, candidates }) => (
            <tr key={`${from} ${code}`}>
              <td>{name(code)}</td>
              <td>{time(from)}</td>
              <td>
                {candidates.length > 0 ? candidates.map(name).join(t('list.comma')) : t('laid.unknown')}
              </td>
              <td className="num">{format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
