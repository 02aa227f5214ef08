import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { paths } from '../../../paths.ts';
import { money, number } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';
import { SampleMark } from '../../record-head.tsx';
import { Empty } from '../../state.tsx';
import { Evidence } from './evidence.tsx';
import { type Advice, quantityText } from './quantity-text.ts';

/** Advice in its order: what to do, then why, with each number's source a press away. */
export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  const { t } = useWords();
  if (advice.length === 0)
    return <Empty title={t('guidanceNext.nothing')} remedy={t('guidanceNext.nothingRemedy')} />;
  return (
    <ol className="advice">
      {advice.map((one) => (
        <li key={`${one.kind} ${one.about.id}`}>
          <OneAdvice advice={one} />
        </li>
      ))}
    </ol>
  );
}

function OneAdvice({ advice }: { advice: Advice }) {
  const words = useWords();
  const { t, of, language } = words;
  const { kind, about, says, sure, score, reasons, talk, measures, remedy } = advice;
  // Where advice is about a city, its reasons have said this.
  const cities = (about.what === 'place' ? [] : talk)
    .filter(({ movable }) => movable > 0)
    .map(({ names, movable }) =>
      t('guidanceNext.city', { name: of(names), amount: money(movable, language) }),
    );
  return (
    <>
      <h3>{of(says)}</h3>
      <p className="quiet advice-kind">
        <Tag>{t(`guidanceNext.kinds.${kind}`)}</Tag>
        {t(`guidanceNext.sure.${sure}`)} · {t('guidanceNext.score', { score: number(score, language, 2) })}
      </p>
      <ul className="advice-reasons" aria-label={t('guidanceNext.reasons')}>
        {reasons.map((reason) => (
          <li key={`${reason.code} ${of(reason.says)}`}>
            <span>{of(reason.says)}</span>{' '}
            {reason.quantity ? <b>{quantityText(reason.quantity, words)}</b> : null}{' '}
            {reason.madeUp === 'synthetic' ? <Tag color="purple">{t('guidance.synthetic')}</Tag> : null}
            {reason.madeUp === 'sample' ? <SampleMark /> : null} <Evidence reason={reason} />
          </li>
        ))}
      </ul>
      {cities.length > 0 ? <p>{t('guidanceNext.talk', { cities: cities.join(t('list.comma')) })}</p> : null}
      {kind === 'add-measure' ? null : <Helps measures={measures} />}
      {remedy ? <p>{t('guidanceNext.remedy', { remedy: of(remedy) })}</p> : null}
    </>
  );
}

/** Kinds of measures that would help, as other parks have them. */
function Helps({ measures }: Pick<Advice, 'measures'>) {
  const { t, of, language } = useWords();
  return measures.map(({ kind, elsewhere }) => (
    <details key={kind}>
      <summary>{t('guidanceNext.helps', { kind: t(`measures.kinds.${kind}`) })}</summary>
      <ul>
        {elsewhere.map(({ measure, title, park, yuan, plan }) => (
          <li key={`${measure} ${of(park)}`}>
            <Link to={paths.measure} params={{ id: measure }}>
              {yuan === null || plan === null
                ? t('guidanceNext.help', { park: of(park), title: of(title) })
                : t('guidanceNext.helpYuan', {
                    park: of(park),
                    title: of(title),
                    plan: of(plan),
                    amount: money(yuan, language),
                  })}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  ));
}
