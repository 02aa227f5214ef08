import { Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { fenOf, yuan } from '../words/yuan.ts';

interface Props {
  label: string;
  value: number | undefined;
  onChange: (fen: number | undefined) => void;
  disabled?: boolean;
}

/** An amount that people type in yuan and the program holds in fen. */
export function YuanInput({ label, value, onChange, disabled = false }: Props) {
  const { t, language } = useWords();
  const shown = value === undefined ? '' : yuan(value, language);
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== '' && fenOf(typed) === undefined;
  return (
    <Input
      aria-label={label}
      title={wrong ? t('benefit.badAmount') : label}
      inputMode="decimal"
      className="yuan"
      disabled={disabled}
      status={wrong ? 'error' : ''}
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        const fen = fenOf(target.value);
        if (fen !== undefined || target.value.trim() === '') onChange(fen);
      }}
      onBlur={() => {
        if (!wrong) setTyped(undefined);
      }}
    />
  );
}
