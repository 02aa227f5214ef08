import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { accountAsks } from '../api/account.asks.ts';
import { type AdministeredOrganisation, administration } from '../api/account.client.ts';
import { asks } from '../api/asks.ts';
import { Empty, Skeleton, Trouble } from '../figures/state.tsx';
import { OrganisationForm } from '../forms/organisation.form.tsx';
import { useDocumentWords, useWords } from '../words/words.ts';

/** Organisations on the tree of territories, for the system administrator. */
export function AdminOrganisationsPage() {
  const { t, of } = useWords();
  useDocumentWords(t('organisations.title'));
  const organisations = useQuery(accountAsks.organisations());
  const { data: known } = useQuery(asks.places());
  const [sought, setSought] = useState('');
  const [open, setOpen] = useState<AdministeredOrganisation | 'new'>();
  const [error, setError] = useState<unknown>();
  if (organisations.error) {
    return <Trouble error={organisations.error} retry={() => void organisations.refetch()} />;
  }
  if (!organisations.data) return <Skeleton height="60vh" />;
  const places = new Map(known?.places.map(({ code, name }) => [code, of(name)]));
  const placeOf = (code: string) => places.get(code) ?? code;
  const word = sought.trim().toLowerCase();
  const found = organisations.data.organisations.filter(({ id, name, territory }) =>
    [id, of(name), placeOf(territory)].some((text) => text.toLowerCase().includes(word)),
  );
  const switchOver = async ({ id, disabled }: AdministeredOrganisation) => {
    setError(undefined);
    try {
      await administration.setDisabled('organisations', id, !disabled);
      await organisations.refetch();
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <div className="page">
      <h1>{t('organisations.title')}</h1>
      <p className="quiet">{t('organisations.lead')}</p>
      <div className="admin-bar">
        <Input.Search
          allowClear
          placeholder={t('organisations.find')}
          aria-label={t('organisations.find')}
          onChange={({ target }) => setSought(target.value)}
        />
        <Button type="primary" onClick={() => setOpen('new')}>
          {t('organisations.create')}
        </Button>
      </div>
      {error ? <Trouble error={error} /> : null}
      {found.length === 0 ? (
        <Empty title={t('organisations.none')} remedy={t('organisations.noneRemedy')} />
      ) : (
        <section className="wide" aria-label={t('organisations.title')}>
          <table className="plain admin">
            <thead>
              <tr>
                <th scope="col">{t('organisations.territory')}</th>
                <th scope="col">{t('account.organisation')}</th>
                <th scope="col">{t('organisations.kind')}</th>
                <th scope="col">{t('organisations.id')}</th>
                <th scope="col" className="count">
                  {t('organisations.accounts')}
                </th>
                <th />
              </tr>
            </thead>
            <tbody>
              {found.map((one) => (
                <tr key={one.id} className={one.disabled ? 'withdrawn' : undefined}>
                  <td className={depthOf(one.territory)}>{placeOf(one.territory)}</td>
                  <th scope="row">{of(one.name)}</th>
                  <td>{t(`organisations.kinds.${one.kind}`)}</td>
                  <td>
                    <code>{one.id}</code>
                  </td>
                  <td className="count">{one.accounts}</td>
                  <td className="admin-acts">
                    <Button size="small" onClick={() => setOpen(one)}>
                      {t('accounts.change')}
                    </Button>{' '}
                    <Button size="small" onClick={() => void switchOver(one)}>
                      {t(one.disabled ? 'accounts.enable' : 'accounts.disable')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Modal
        open={open !== undefined}
        title={open === 'new' ? t('organisations.create') : t('accounts.change')}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(undefined)}
      >
        {open ? (
          <OrganisationForm
            organisation={open === 'new' ? undefined : open}
            done={async () => {
              setOpen(undefined);
              await organisations.refetch();
            }}
          />
        ) : null}
      </Modal>
    </div>
  );
}

/** Country, province, city: how deep a place lies. */
const depthOf = (code: string): string =>
  code === '100000' ? 'depth-0' : code.endsWith('0000') ? 'depth-1' : 'depth-2';
