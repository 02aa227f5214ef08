import { Typography } from 'antd';
import { openDataAddresses } from '../api/server.client.ts';
import { useWords } from '../words/words.ts';

/** Where other programs read what is published: addresses to open, or to copy. */
export function OpenData({ release }: { release?: string | undefined }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="open-title" className="open-data">
      <h2 id="open-title">{t('open.title')}</h2>
      <p className="quiet">{t('open.lead')}</p>
      <dl>
        {openDataAddresses(release).map(({ name, address, opens }) => (
          <div key={name}>
            <dt>{t(`open.${name}`)}</dt>
            <dd>
              <Typography.Text copyable={{ text: address, tooltips: [t('open.copy'), t('open.copied')] }}>
                <a href={opens}>{address}</a>
              </Typography.Text>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
