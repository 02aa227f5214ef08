import { CaretRightOutlined, LeftOutlined, PauseOutlined, RightOutlined } from '@ant-design/icons';
import { addMonths, type Month, months } from '@tidu/reference';
import { Button, Slider } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { monthName } from '../words/month.ts';
import { useWords } from '../words/words.ts';

interface Props {
  first: string;
  last: string;
  value: string;
  onChange: (month: string) => void;
}

const beat = 1100;

/** The months as a line to move along: by hand, by arrow keys, by steps, or by itself. */
export function MonthSlider({ first, last, value, onChange }: Props) {
  const { t, language } = useWords();
  const all = months({ from: first as Month, to: last as Month });
  const at = Math.max(all.indexOf(value as Month), 0);
  const [playing, setPlaying] = useState(false);
  const go = useRef(onChange);
  go.current = onChange;

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (value >= last) setPlaying(false);
      else go.current(addMonths(value as Month, 1));
    }, beat);
    return () => clearTimeout(timer);
  }, [playing, value, last]);

  const play = () => {
    if (!playing && value >= last) onChange(first);
    setPlaying(!playing);
  };
  const marks = Object.fromEntries(
    all.flatMap((month, i) => (month.endsWith('-01') || i === 0 ? [[i, month.slice(0, 4)]] : [])),
  );
  return (
    <fieldset className="months" aria-label={t('month.label')}>
      <Button
        type="text"
        icon={playing ? <PauseOutlined /> : <CaretRightOutlined />}
        aria-label={playing ? t('month.pause') : t('month.play')}
        onClick={play}
      />
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={t('month.previous')}
        disabled={at === 0}
        onClick={() => onChange(all[at - 1] ?? first)}
      />
      <Slider
        min={0}
        max={all.length - 1}
        value={at}
        marks={marks}
        tooltip={{ formatter: (i) => monthName(all[i ?? 0] ?? first, language) }}
        ariaLabelForHandle={t('month.label')}
        ariaValueTextFormatterForHandle={(i) => monthName(all[i] ?? first, language)}
        onChange={(i) => {
          setPlaying(false);
          onChange(all[i] ?? first);
        }}
      />
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={t('month.next')}
        disabled={at === all.length - 1}
        onClick={() => onChange(all[at + 1] ?? last)}
      />
      <output aria-live="polite">{monthName(value, language)}</output>
    </fieldset>
  );
}
