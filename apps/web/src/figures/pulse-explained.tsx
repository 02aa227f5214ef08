import type { PulseSeen } from '../api/pairing.client.ts';
import { useWords } from '../words/words.ts';

/** The pulse, contact by contact, so that anybody can add it up. */
export function PulseExplained({ pulse }: { pulse: PulseSeen }) {
  const { t, of } = useWords();
  const { score, terms, halfLifeDays, dormantAfterDays, note } = pulse;
  return (
    <section aria-labelledby="pulse-title">
      <h2 id="pulse-title">
        {t('pairing.pulseTitle')} · {t('pairing.pulseScore', { score: score.toFixed(2) })}
      </h2>
      <p className="quiet">
        {t('pairing.pulseLead', { half: halfLifeDays, silent: dormantAfterDays })} {of(note)}
      </p>
      {terms.length === 0 ? (
        <p className="quiet">{t('pairing.pulseNone')}</p>
      ) : (
        <div className="wide">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('pairing.date')}</th>
                <th scope="col">{t('pairing.eventKind')}</th>
                <th scope="col" className="num">
                  {t('pairing.weight')}
                </th>
                <th scope="col" className="num">
                  {t('pairing.adds')}
                </th>
              </tr>
            </thead>
            <tbody>
              {terms.map(({ kind, date, record, weight, adds }) => (
                <tr key={record}>
                  <th scope="row">{date}</th>
                  <td>{t(`pairing.kinds.${kind}`)}</td>
                  <td className="num">{weight}</td>
                  <td className="num">{adds.toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {t('pairing.sum')}
                </th>
                <td className="num strong">{score.toFixed(2)}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}
