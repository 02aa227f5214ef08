import { useState } from 'react';
import type { MeasureExample, MeasureFinding, MeasureWhole } from '../../api/measure.client.ts';
import { money } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { toldValue } from './told-value.ts';

/** What is computed of a measure: its examples as they come out, how far they try it, what to look at. */
export function MeasureComputed({ measure }: { measure: MeasureWhole }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <aside className="measure-computed">
      <Examples examples={measure.examples} coverage={measure.coverage} />
      <Findings findings={measure.findings} />
      <button type="button" className="linkish" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('measure.showText')}
      </button>
      {open ? <pre className="measure-source">{measure.text}</pre> : null}
    </aside>
  );
}

export function Examples({ examples, coverage }: Pick<MeasureWhole, 'examples' | 'coverage'>) {
  const { t } = useWords();
  return (
    <section aria-labelledby="examples-title">
      <h2 id="examples-title">{t('measure.examples')}</h2>
      {examples.length > 0 ? (
        <>
          <p className="quiet">{t('measure.covered', coverage)}</p>
          <ul className="measure-examples">
            {examples.map((one) => (
              <Example key={`${one.name.zh}${one.date}`} example={one} />
            ))}
          </ul>
        </>
      ) : (
        <p className="quiet">{t('measureEdit.noExamples')}</p>
      )}
    </section>
  );
}

function Example({ example }: { example: MeasureExample }) {
  const { t, of, language } = useWords();
  const { name, date, place, given, expect, came, right, open } = example;
  const told = ({ verdict, total }: MeasureExample['came']) =>
    `${t(`measure.verdicts.${verdict}`)}${total === undefined ? '' : ` ${money(total, language)}`}`;
  return (
    <li data-right={right}>
      <b>{of(name)}</b> <span className="right-mark">{t(right ? 'measure.right' : 'measure.wrong')}</span>
      <small className="quiet">
        {t('measure.asOf', { place: of(place.name), date })}
        {given.map(({ path, names, unit, value }) => (
          <span key={path}>{` · ${of(names)} ${toldValue(value, unit, language, t)}`}</span>
        ))}
      </small>
      <small>
        {t('measure.came')} {told(came)}
        {right ? '' : ` · ${t('measure.expected')} ${told(expect)}`}
        {!right && open.length > 0
          ? ` · ${t('measure.openFields', { fields: open.map(of).join(t('list.comma')) })}`
          : ''}
      </small>
    </li>
  );
}

export function Findings({ findings }: { findings: readonly MeasureFinding[] }) {
  const { t, of } = useWords();
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title">{t('measure.findings')}</h2>
      {findings.length === 0 ? <p className="quiet">{t('measure.noFindings')}</p> : null}
      <ul className="measure-findings">
        {findings.map((one) => (
          <li key={`${one.code}${one.line}${one.message.en}`} data-weight={one.weight}>
            <b>{t(`measureUse.codes.${one.code}`)}</b> {of(one.message)}
            <small className="quiet">
              {t('measure.line', { line: one.line })} · {of(one.remedy)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
