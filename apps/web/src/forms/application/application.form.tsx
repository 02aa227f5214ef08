import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { Call, ApplicationForm as Form } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';
import { Field } from '../field.tsx';
import { ContactsField } from './contacts.field.tsx';
import { DocumentsField } from './documents.field.tsx';
import { IndustriesField } from './industries.field.tsx';
import { PlaceSelect } from './place.select.tsx';
import { TradeField } from './trade.field.tsx';
import { ZonesField } from './zones.field.tsx';

interface Props {
  id: string;
  form: Form;
  call: Call;
  /** Where the applicant may apply: its own territory. */
  territory: string;
  /** What was asked to be mended, by field. */
  remarks: ReadonlyMap<string, string>;
  change: (part: Partial<Form>) => void;
}

const texts = ['overview', 'advantages', 'plan', 'abroad'] as const;

/** The form of an application; every change is taken at once, there is no button to keep it. */
export function ApplicationForm({ id, form, call, territory, remarks, change }: Props) {
  const { t } = useWords();
  const part = (field: string, children: ReactNode) => (
    <section className={remarks.has(field) ? 'part remarked' : 'part'} aria-labelledby={`part-${field}`}>
      <h3 id={`part-${field}`}>{t(`application.field.${field}`)}</h3>
      {remarks.has(field) ? <p className="remark">{remarks.get(field)}</p> : null}
      {children}
    </section>
  );
  return (
    <div className="application-form">
      {part(
        'parkName',
        <div className="row">
          <Input
            aria-label={t('application.nameZh')}
            placeholder={t('application.nameZh')}
            value={form.parkName.zh}
            onChange={({ target }) => change({ parkName: { ...form.parkName, zh: target.value } })}
          />
          <Input
            aria-label={t('application.nameEn')}
            placeholder={t('application.nameEn')}
            value={form.parkName.en}
            onChange={({ target }) => change({ parkName: { ...form.parkName, en: target.value } })}
          />
        </div>,
      )}
      {part(
        'place',
        <PlaceSelect
          label={t('application.field.place')}
          value={form.place}
          within={territory}
          onChange={(place) => change({ place })}
        />,
      )}
      {part(
        'applicant',
        <Input
          aria-label={t('application.field.applicant')}
          placeholder={t('application.applicantHint')}
          value={form.applicant}
          onChange={({ target }) => change({ applicant: target.value })}
        />,
      )}
      {part(
        'zones',
        <ZonesField place={form.place} zones={form.zones} onChange={(zones) => change({ zones })} />,
      )}
      {part(
        'industries',
        <IndustriesField industries={form.industries} onChange={(industries) => change({ industries })} />,
      )}
      {part(
        'processingTrade',
        <TradeField
          years={form.processingTrade}
          onChange={(processingTrade) => change({ processingTrade })}
        />,
      )}
      {part(
        'partner',
        <div className="row">
          <PlaceSelect
            label={t('application.partnerPlace')}
            value={form.partner.place}
            within="east"
            onChange={(place, name) => change({ partner: { place, name } })}
          />
          <Input
            aria-label={t('application.partnerName')}
            placeholder={t('application.partnerName')}
            value={form.partner.name}
            onChange={({ target }) => change({ partner: { ...form.partner, name: target.value } })}
          />
        </div>,
      )}
      {part(
        'documents',
        <DocumentsField
          id={id}
          asked={call.documents}
          documents={form.documents}
          onChange={(documents) => change({ documents })}
        />,
      )}
      {part(
        'contacts',
        <ContactsField contacts={form.contacts} onChange={(contacts) => change({ contacts })} />,
      )}
      {part(
        'texts',
        texts.map((text) => (
          <Field key={text} label={t(`application.field.text.${text}`)}>
            <Input.TextArea
              aria-label={t(`application.field.text.${text}`)}
              autoSize={{ minRows: 2, maxRows: 12 }}
              maxLength={4000}
              value={form.texts[text]}
              onChange={({ target }) => change({ texts: { ...form.texts, [text]: target.value } })}
            />
          </Field>
        )),
      )}
    </div>
  );
}
