import { useRef } from 'react';
import type { MeasureFault } from '../../api/measure.client.ts';

interface Props {
  label: string;
  text: string;
  faults: readonly MeasureFault[];
  readOnly?: boolean;
  /** A line to go to. */
  onChange: (text: string) => void;
}

/** The text of a measure with its lines numbered; a line with a fault is marked. */
export function MeasureText({ label, text, faults, readOnly = false, onChange }: Props) {
  const gutter = useRef<HTMLDivElement>(null);
  const faulty = new Set(faults.map(({ line }) => line));
  const lines = text.split('\n').length;
  return (
    <div className="measure-text">
      <div ref={gutter} className="gutter" aria-hidden="true">
        {Array.from({ length: lines }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
          <span key={i} data-fault={faulty.has(i + 1)}>
            {i + 1}
          </span>
        ))}
      </div>
      <textarea
        id="measure-text"
        aria-label={label}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        wrap="off"
        aria-invalid={faulty.size > 0}
        onChange={({ target }) => onChange(target.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** Puts the cursor of the text at a place that a fault names. */
export function goTo({ line, column }: { line: number; column: number }): void {
  const area = document.querySelector<HTMLTextAreaElement>('#measure-text');
  if (!area) return;
  const lines = area.value.split('\n');
  const at = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  area.focus();
  area.setSelectionRange(at, at + Math.max(1, (lines[line - 1]?.length ?? 1) - column + 1));
  area.scrollTop = (line - 4) * (area.scrollHeight / lines.length);
}
