import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { measures, type WhatIf as WhatIfAnswer } from '../../api/measure.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { change, money } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';

/** What a change would do to made-up companies: who gains, who loses, what it costs a year. */
export function WhatIf({ id, text }: { id: string; text: string }) {
  const { t } = useWords();
  const { mutate, data, error, isPending, variables } = useMutation({
    mutationFn: (asked: { id: string; text: string }) => measures.whatIf(asked.id, asked.text),
  });
  const current = variables?.id === id && variables.text === text;
  return (
    <section aria-labelledby="what-if-title">
      <h2 id="what-if-title">{t('measureEdit.whatIf')}</h2>
      <p>
        <Button loading={isPending} onClick={() => mutate({ id, text })}>
          {t('measureEdit.whatIf')}
        </Button>
      </p>
      {error && current ? <Trouble error={error} /> : null}
      {data?.difference && current ? (
        <Difference difference={data.difference} companies={data.companies} />
      ) : null}
    </section>
  );
}

function Difference({
  difference,
  companies,
}: {
  difference: NonNullable<WhatIfAnswer['difference']>;
  companies: number;
}) {
  const { t, of, language } = useWords();
  const { gain, lose, before, after, years, most, byMeasure } = difference;
  const signed = (yuan: number) => `${yuan > 0 ? '+' : ''}${money(yuan, language)}`;
  return (
    <>
      <p className="quiet">
        <span className="sample-mark">{t('measureEdit.synthetic')}</span>{' '}
        {t('measureEdit.whatIfLead', { count: companies })}
      </p>
      <dl className="summary">
        {(
          [
            ['gain', t('measureEdit.firms', { count: gain })],
            ['lose', t('measureEdit.firms', { count: lose })],
            ['before', money(before, language)],
            [
              'after',
              `${money(after, language)}${before > 0 ? ` · ${change((100 * (after - before)) / before, language)}` : ''}`,
            ],
          ] as const
        ).map(([name, told]) => (
          <div key={name}>
            <dt>{t(`measureEdit.${name}`)}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
      {gain + lose === 0 ? <p>{t('measureEdit.nothing')}</p> : null}
      {years.some((yuan) => yuan !== 0) ? (
        <>
          <h3>{t('measureEdit.more')}</h3>
          <div className="wide">
            <table className="plain measure-years" aria-label={t('measureEdit.more')}>
              <thead>
                <tr>
                  {years.map((_, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place in the list
                    <th key={i} scope="col" className="num">
                      {i + 1}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  {years.map((yuan, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place in the list
                    <td key={i} className="num">
                      {signed(yuan)}
                    </td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        </>
      ) : null}
      {byMeasure.length > 0 ? (
        <table className="plain" aria-label={t('measureEdit.byMeasure')}>
          <thead>
            <tr>
              <th scope="col">{t('measureEdit.byMeasure')}</th>
              <th scope="col" className="num">
                {t('measureEdit.newly')}
              </th>
              <th scope="col" className="num">
                {t('measureEdit.noLonger')}
              </th>
              <th scope="col" className="num">
                {t('measureEdit.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {byMeasure.map((one) => (
              <tr key={one.measure}>
                <th scope="row">{of(one.title)}</th>
                <td className="num">{one.newly}</td>
                <td className="num">{one.noLonger}</td>
                <td className="num">{signed(one.after - one.before)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {most.length > 0 ? (
        <table className="plain" aria-label={t('measureEdit.most')}>
          <thead>
            <tr>
              <th scope="col">{t('measureEdit.most')}</th>
              <th scope="col">{t('measures.place')}</th>
              <th scope="col" className="num">
                {t('measureEdit.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {most.slice(0, 8).map((one) => (
              <tr key={one.company}>
                <th scope="row">{one.company}</th>
                <td>{of(one.place)}</td>
                <td className="num">{signed(one.after - one.before)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
