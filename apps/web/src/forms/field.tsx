import type { ReactNode } from 'react';

/** A control of a form under its label. */
export function Field({
  label,
  half = false,
  children,
}: {
  label: string;
  half?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={half ? 'half' : undefined}>
      <span className="label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
