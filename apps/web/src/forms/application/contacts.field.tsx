import { Input } from 'antd';
import type { ApplicationForm } from '../../api/recognition.client.ts';
import { useWords } from '../../words/words.ts';
import { RowsField } from './rows.field.tsx';

type Contacts = ApplicationForm['contacts'];

export function ContactsField({
  contacts,
  onChange,
}: {
  contacts: Contacts;
  onChange: (contacts: Contacts) => void;
}) {
  const { t } = useWords();
  return (
    <RowsField
      label={t('application.contact')}
      rows={contacts}
      fresh={() => ({ name: '', post: '', phone: '', email: '' })}
      most={10}
      onChange={onChange}
    >
      {(contact, put, number) =>
        (['name', 'post', 'phone', 'email'] as const).map((field) => (
          <Input
            key={field}
            aria-label={`${t(`application.contactField.${field}`)} ${number}`}
            placeholder={t(`application.contactField.${field}`)}
            value={contact[field]}
            onChange={({ target }) => put({ [field]: target.value })}
          />
        ))
      }
    </RowsField>
  );
}
