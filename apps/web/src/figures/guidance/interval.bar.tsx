interface Props {
  value: number | null;
  from: number;
  to: number;
  /** The ends of the axis. */
  least?: number;
  most?: number;
}

/** A value on an axis, and the bounds it lies within; its words stand beside it. */
export function IntervalBar({ value, from, to, least = 0, most = 1 }: Props) {
  const at = (x: number) => 4 + (112 * (x - least)) / Math.max(most - least, 1e-9);
  return (
    <svg className="interval" viewBox="0 0 120 14" aria-hidden="true">
      <line className="axis" x1="4" x2="116" y1="7" y2="7" />
      <line className="within" x1={at(from)} x2={at(to)} y1="7" y2="7" />
      {value === null ? null : <circle cx={at(value)} cy="7" r="4" />}
    </svg>
  );
}
