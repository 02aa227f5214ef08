import { Link } from '@tanstack/react-router';
import { paths } from '../../../paths.ts';
import { useWords } from '../../../words/words.ts';
import { Empty } from '../../state.tsx';
import type { Effect } from './effect-sentences.tsx';

/** Why it cannot be told, and what to load. */
export function EffectCannot({ answer }: { answer: Extract<Effect['answer'], { told: false }> }) {
  const { t } = useWords();
  const { why, before, comparable, needed, load } = answer;
  return (
    <Empty
      title={t('effect.cannot')}
      remedy={t(`effect.why.${why}`, {
        before: before ?? 0,
        neededBefore: needed.before,
        comparable: comparable ?? 0,
        neededComparable: needed.comparable,
      })}
    >
      {load ? (
        <>
          <p>
            {t('effect.load', {
              from: String(load.from),
              to: String(load.to),
              betterFrom: String(load.betterFrom),
            })}
          </p>
          <p>
            <Link to={paths.data}>{t('effect.toData')}</Link>
          </p>
        </>
      ) : null}
    </Empty>
  );
}
