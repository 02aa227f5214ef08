import type { PairedFace } from '../api/pairing.client.ts';
import { useWords } from '../words/words.ts';

const full = 8;

/** The pulse as a short bar with its number; a dormant one is marked. */
export function PulseBar({ pulse }: { pulse: NonNullable<PairedFace['pulse']> }) {
  const { t } = useWords();
  const score = pulse.score.toFixed(1);
  return (
    <span className="pulse" data-dormant={pulse.dormant} title={t('pairing.pulseScore', { score })}>
      <i style={{ width: `${Math.min(1, pulse.score / full) * 48}px` }} />
      {score}
    </span>
  );
}
