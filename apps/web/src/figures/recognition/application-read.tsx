import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { asks } from '../../api/asks.ts';
import type { ApplicationForm, Call } from '../../api/recognition.client.ts';
import { ZonesMap } from '../../maps/zones.map.tsx';
import { useWords } from '../../words/words.ts';

/** An application as one reads it. */
export function ApplicationRead({ form, call }: { form: ApplicationForm; call: Call | undefined }) {
  const { t, of } = useWords();
  const places = useQuery(asks.places());
  const placeName = (code: string) => {
    const found = places.data?.places.find((one) => one.code === code);
    return found ? of(found.name) : code;
  };
  const rows: [string, ReactNode][] = [
    ['parkName', form.parkName.en ? `${form.parkName.zh} / ${form.parkName.en}` : form.parkName.zh],
    ['place', placeName(form.place)],
    ['applicant', form.applicant],
    [
      'industries',
      form.industries
        .map(({ name, chapters, divisions, declaredShare }) =>
          [
            name,
            divisions.length > 0 ? `GB/T 4754 ${divisions.join(' ')}` : '',
            chapters.length > 0 ? `HS ${chapters.join(' ')}` : '',
            declaredShare === undefined
              ? ''
              : t('application.shareOf', { share: Math.round(declaredShare * 100) }),
          ]
            .filter(Boolean)
            .join(' · '),
        )
        .join('；'),
    ],
    ['partner', form.partner.place ? placeName(form.partner.place) : form.partner.name],
    [
      'documents',
      form.documents.length > 0 && (
        <ul key="documents">
          {form.documents.map(({ document, file, name }) => {
            const asked = call?.documents.find(({ id }) => id === document);
            return (
              <li key={`${document} ${file}`}>
                {t('application.documentIs', { title: asked ? of(asked.title) : document })}
                {file ? <a href={`/api/files/${encodeURIComponent(file)}`}>{name || file}</a> : name}
              </li>
            );
          })}
        </ul>
      ),
    ],
    [
      'contacts',
      form.contacts
        .map(({ name, post, phone, email }) => [name, post, phone, email].filter(Boolean).join(' '))
        .join('；'),
    ],
    ...(['overview', 'advantages', 'plan', 'abroad'] as const).map((text): [string, ReactNode] => [
      `text.${text}`,
      form.texts[text],
    ]),
  ];
  return (
    <div className="application-read">
      <dl className="facts">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <Fragment key={name}>
              <dt>{t(`application.field.${name}`)}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
      {form.processingTrade.length > 0 ? (
        <table className="plain" aria-label={t('application.field.processingTrade')}>
          <caption>{t('application.tradeUnit')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('application.year')}</th>
              <th scope="col" className="num">
                {t('application.exports')}
              </th>
              <th scope="col" className="num">
                {t('application.imports')}
              </th>
            </tr>
          </thead>
          <tbody>
            {form.processingTrade.map(({ year, exports, imports }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="num">{exports.toLocaleString('en')}</td>
                <td className="num">{imports.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {form.zones.length > 0 ? <ZonesMap place={form.place} zones={form.zones} /> : null}
    </div>
  );
}
