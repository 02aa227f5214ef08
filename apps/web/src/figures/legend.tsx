import { classes, type Ramp, unpublished } from '../maps/ramp.ts';
import { change, percent } from '../words/amount.ts';
import { useWords } from '../words/words.ts';

interface Props {
  ramp: Ramp;
  signed: boolean;
  what: string;
  of: string;
  /** How a value is written, where it is neither a share nor growth. */
  write?: (value: number) => string;
  /** What an area without colour means, on a map without parks. */
  nothing?: string;
}

/** What the colours of the map mean. */
export function Legend({ ramp, signed, what, of, write, nothing }: Props) {
  const { t, language } = useWords();
  const text = (value: number) =>
    write
      ? write(value)
      : signed
        ? change(value, language, 0)
        : percent(value, language, value < 0.1 ? 2 : value < 1 ? 1 : 0);
  return (
    <div className="legend">
      <b>{what}</b>
      <span>{of}</span>
      <ul>
        {classes(ramp).map(({ colour, from, to }) => (
          <li key={colour}>
            <i style={{ background: colour }} />
            {from === undefined
              ? t('map.below', { value: text(to ?? 0) })
              : to === undefined
                ? t('map.above', { value: text(from) })
                : t('map.between', { from: text(from), to: text(to) })}
          </li>
        ))}
        <li>
          <i className="nothing" style={{ background: unpublished }} />
          {nothing ?? t('map.unpublished')}
        </li>
        {nothing ? null : (
          <li>
            <i className="pin" />
            {t('map.parks')}
          </li>
        )}
      </ul>
    </div>
  );
}
