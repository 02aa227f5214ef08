import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { guidanceAsk } from '../../../api/guidance.asks.ts';
import { paths } from '../../../paths.ts';
import { useWords } from '../../../words/words.ts';

/** Which park is advised. */
export function ParkChoice({ id }: { id?: string }) {
  const { t, of } = useWords();
  const navigate = useNavigate();
  const { data } = useQuery(guidanceAsk('known', {}));
  return (
    <Select
      className="park-choice"
      aria-label={t('guidanceNext.choose')}
      placeholder={t('guidanceNext.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      {...(id === undefined ? {} : { value: id })}
      options={(data?.result.parks ?? []).map((park) => ({ value: park.id, label: of(park.names) }))}
      onChange={(chosen: string) => void navigate({ to: paths.guidancePark, params: { id: chosen } })}
    />
  );
}
