import type { Guided } from '../../../api/guidance.client.ts';
import { change, percent } from '../../../words/amount.ts';
import { useWords } from '../../../words/words.ts';

export type Effect = Guided<'effect'>['result'];
export type ToldEffect = Extract<Effect['answer'], { told: true }>;

/** Below this chance, what was seen before recognition is no accident; as the answer's own caution has it. */
const differed: ToldEffect['cautions'][number] = 'differed-before';

/** What came of it in plain sentences, the numbers in them. */
export function EffectSentences({ effect, answer }: { effect: Effect; answer: ToldEffect }) {
  const { t, of, language } = useWords();
  const { percent: by, low, high, level } = answer.effect;
  const kind = (low ?? -1) > 0 ? 'above' : (high ?? 1) < 0 ? 'below' : 'unsure';
  const signed = (value: number | null) => change(value, language);
  const chance = (value: number) => percent(100 * value, language, 1);
  const { synthetic, before, simple } = answer;
  return (
    <div className="effect-sentences">
      <p className="strong">
        {t(`effect.sentence.${kind}`, {
          who: effect.park ? of(effect.park.names) : t('effect.parksTogether', { count: answer.treated }),
          what: t(`effect.what.${effect.measured ?? 'all'}`),
          percent: kind === 'unsure' ? signed(by) : percent(Math.abs(by), language, 1),
          low: signed(low),
          high: signed(high),
          level: percent(100 * level, language, 0),
        })}
      </p>
      <p>
        {before
          ? t(`effect.before.${answer.cautions.includes(differed) ? 'differed' : 'alike'}`, {
              p: chance(before.p),
            })
          : t('effect.before.untold')}
      </p>
      <p>
        {t(`effect.synthetic.${effect.park ? 'sentence' : 'programme'}`, {
          percent: signed(synthetic.percent),
          p: chance(synthetic.p),
          draws: synthetic.among - 1,
        })}
      </p>
      {simple ? (
        <p className="quiet">
          {t('effect.simple', {
            percent: signed(simple.percent),
            low: signed(simple.low),
            high: signed(simple.high),
          })}
        </p>
      ) : null}
    </div>
  );
}
