import type { Said as Words } from '../../api/review.client.ts';

/** What somebody said of a case, when, in their own words. */
export function Said({ said, label }: { said: Words | undefined; label: string }) {
  if (!said) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd className="said">
        {said.text}
        <span className="quiet">
          {' '}
          {said.by} <time dateTime={said.on}>{said.on}</time>
        </span>
      </dd>
    </>
  );
}
