import { useWords } from '../words/words.ts';
import type { Step } from './map-keys.ts';

/** What the keys do, to press; the way aside shows once the map is near, or is being used. */
export function MapControls({ go }: { go: (step: Step) => void }) {
  const { t } = useWords();
  const button = (step: Step, sign: string) => (
    <button type="button" className={step} aria-label={t(`map.go.${step}`)} onClick={() => go(step)}>
      {sign}
    </button>
  );
  return (
    <div className="map-controls">
      <div className="zoom">
        {button('nearer', '+')}
        {button('farther', '−')}
        {button('whole', '⤢')}
      </div>
      <div className="pan">
        {button('north', '↑')}
        {button('west', '←')}
        {button('east', '→')}
        {button('south', '↓')}
      </div>
    </div>
  );
}
