import { Segmented } from 'antd';

interface Props<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <Segmented<T>
      aria-label={label}
      className="choice"
      options={[...options]}
      value={value}
      onChange={onChange}
    />
  );
}
