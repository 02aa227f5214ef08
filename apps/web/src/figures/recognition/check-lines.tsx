import type { Measure } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';

const signs = { met: '✓', 'not-met': '✗', judgement: '◐', unknown: '?' } as const;

/** The conditions of the call, how the application stands to each, and where the figure comes from. */
export function CheckLines({ measure }: { measure: Measure }) {
  const { t, of } = useWords();
  const { lines, tally, lacking } = measure;
  return (
    <aside className="checks" aria-labelledby="checks-title">
      <h2 id="checks-title">{t('check.title')}</h2>
      <p className="tally" role="status">
        {(['met', 'not-met', 'judgement', 'unknown'] as const).map((verdict) => (
          <span key={verdict} data-verdict={verdict}>
            {signs[verdict]} {t(`check.verdict.${verdict}`)} {tally[verdict]}
          </span>
        ))}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line.condition} data-condition={line.condition} data-verdict={line.verdict}>
            <span className="sign" title={t(`check.verdict.${line.verdict}`)}>
              <span aria-hidden="true">{signs[line.verdict]}</span>
              <span className="unseen">{t(`check.verdict.${line.verdict}`)}</span>
            </span>
            <div>
              <p title={of(line.text)}>
                <b>{of(line.title)}</b> {of(line.says)}
              </p>
              <p className="quiet">
                {of(line.clause)} · {t(`check.from.${line.from}`)}
              </p>
              {line.receipt ? (
                <p className="quiet" title={JSON.stringify(line.receipt.query)}>
                  {t('check.receipt', {
                    files: line.receipt.loads.map(({ id, file }) => `#${id} ${file}`).join(t('check.comma')),
                  })}
                </p>
              ) : null}
              {line.remedy && line.verdict !== 'met' ? <p className="remedy">{of(line.remedy)}</p> : null}
            </div>
          </li>
        ))}
      </ul>
      {lacking.length > 0 ? (
        <p className="lacking">
          {t('check.lacking')}
          {lacking.map((one) => of(one)).join(t('check.comma'))}
        </p>
      ) : null}
    </aside>
  );
}
