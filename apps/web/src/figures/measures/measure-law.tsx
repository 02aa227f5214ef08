import { Link } from '@tanstack/react-router';
import type { MeasureWhole } from '../../api/measure.client.ts';
import { paths } from '../../paths.ts';
import { money, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { Dates, PlacesHeld } from './measure-marks.tsx';

/** Of one document: who issued it, when it holds, then conditions and amounts each with its clause. */
export function MeasureLaw({ measure }: { measure: MeasureWhole }) {
  const { t, of } = useWords();
  return (
    <article className="measure-law">
      <p className="measure-about">{of(measure.about)}</p>
      <Issued measure={measure} />
      <h2>{t('measure.eligible')}</h2>
      {measure.eligible.length === 0 ? <p className="quiet">{t('measure.everybody')}</p> : null}
      <ol className="articles">
        {measure.eligible.map(({ when, says, clause }) => (
          <li key={when}>
            <Clause clause={clause} /> {of(says)}
            <code>{when}</code>
          </li>
        ))}
      </ol>
      <h2>{t('measure.gives')}</h2>
      <Given measure={measure} />
      <Further measure={measure} />
    </article>
  );
}

function Clause({ clause }: { clause?: { zh: string; en: string } | undefined }) {
  const { of } = useWords();
  return clause ? <b className="clause">{of(clause)}</b> : null;
}

function Issued({ measure }: { measure: MeasureWhole }) {
  const { t, of } = useWords();
  const { source } = measure;
  return (
    <dl className="facts">
      <dt>{t('measure.issuer')}</dt>
      <dd>{of(measure.issuer)}</dd>
      <dt>{t('measure.number')}</dt>
      <dd>{measure.number ?? t('measure.notKnown')}</dd>
      <dt>{t('measure.date')}</dt>
      <dd>{measure.date ?? t('measure.notKnown')}</dd>
      <dt>{t('measure.holds')}</dt>
      <dd>
        <Dates from={measure.from} to={measure.to} />
      </dd>
      <dt>{t('measure.places')}</dt>
      <dd>
        <PlacesHeld places={measure.places} most={40} />
      </dd>
      <dt>{t('measure.source')}</dt>
      <dd>
        {[source.title ?? source.id, source.issuer, source.number, source.date].filter(Boolean).join(' · ')}{' '}
        {source.url ? (
          <a href={source.url} rel="noreferrer" target="_blank">
            {t('measure.link')}
          </a>
        ) : null}
        {source.note ? <small className="quiet source-note">{source.note}</small> : null}
      </dd>
    </dl>
  );
}

function Given({ measure: { gives } }: { measure: MeasureWhole }) {
  const { t, of, language } = useWords();
  if (gives.per === 'unknown') return <p>{of(gives.says)}</p>;
  return (
    <>
      <p className="quiet">
        {gives.per === 'once' ? t('measure.once') : t(yearsKey(gives.years), gives.years)}
        {gives.per === 'year' && gives.outlives ? ` · ${t('measure.outlives')}` : ''}
      </p>
      <ol className="articles">
        {gives.amounts.map(({ when, amount, says, clause }) => (
          <li key={`${when ?? ''}${amount}`}>
            <Clause clause={clause} /> {of(says)}
            <code>
              {when
                ? `${t('measure.when')} ${when} → `
                : gives.amounts.length > 1
                  ? `${t('measure.otherwise')} → `
                  : ''}
              {amount}
            </code>
          </li>
        ))}
      </ol>
      <dl className="facts">
        {(
          [
            ['cap', gives.cap],
            ['floor', gives.floor],
            ['inAll', gives.per === 'year' ? gives.inAll : undefined],
          ] as const
        ).map(([name, text]) =>
          text ? (
            <Fact key={name} name={t(`measure.${name}`)}>
              <Bound text={text} />
            </Fact>
          ) : null,
        )}
        {gives.per === 'once' && gives.paid.length > 1 ? (
          <Fact name={t('measure.paid')}>
            {gives.paid.map((one) => percent(one * 100, language, 0)).join(' / ')}
          </Fact>
        ) : null}
      </dl>
    </>
  );
}

/** A measure that names no years has the widest span that there is. */
const yearsKey = ({ from, to }: { from: number; to: number }): string =>
  to < 30 ? 'measure.years' : from > 1 ? 'measure.yearsFrom' : 'measure.everyYear';

/** A plain number as money, anything else as it is written. */
function Bound({ text }: { text: string }) {
  const { language } = useWords();
  const value = Number(text);
  return Number.isFinite(value) ? money(value, language) : <code>{text}</code>;
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Further({ measure }: { measure: MeasureWhole }) {
  const { t, of, language } = useWords();
  const { parameters, excludes, within, clawback, budget } = measure;
  return (
    <dl className="facts">
      {parameters.length > 0 ? (
        <Fact name={t('measure.parameters')}>
          <ul>
            {parameters.map(({ name, values }) => (
              <li key={name}>
                <code>p.{name}</code>{' '}
                {values.map(({ from, value }) => t('measure.fromDay', { value, from })).join(t('list.comma'))}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {within ? (
        <Fact name={t('measure.pool', { pool: within.pool })}>
          <Bound text={within.limit} />
        </Fact>
      ) : null}
      {excludes.length > 0 ? (
        <Fact name={t('measure.excludes')}>
          <ul>
            {excludes.map(({ id, title }) => (
              <li key={id}>
                {title ? (
                  <Link to={paths.measure} params={{ id }}>
                    {of(title)}
                  </Link>
                ) : (
                  <code>{id}</code>
                )}
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {clawback ? (
        <Fact name={t('measure.clawback')}>
          <Clause clause={clawback.clause} /> {of(clawback.says)}
        </Fact>
      ) : null}
      {budget ? (
        <Fact name={t('measure.budget')}>
          {of(budget.line)} · {t('measure.aYear', { amount: money(budget.yearCny, language) })}
        </Fact>
      ) : null}
    </dl>
  );
}
