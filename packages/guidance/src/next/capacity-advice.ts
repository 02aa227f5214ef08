import { type Names, words } from '@tidu/reference';
import { type Resource, resources } from '../ground/ground.ts';
import type { Draft, Reason } from './advice.ts';
import { ofRecord } from './made-up.ts';
import type { Adviser } from './sight.ts';

const resourceNames: Readonly<Record<Resource, Names>> = {
  'land-left': words('剩余用地', 'land left'),
  'factories-left': words('剩余厂房', 'factories left'),
  power: words('供电', 'power'),
  water: words('供水', 'water'),
  labour: words('可用劳动力', 'labour'),
  dormitories: words('宿舍', 'dormitories'),
};

/** Years after which what a park stated of itself no longer tells what is left. */
const stale = 2;

/** What the park has left for newcomers is not known, or was stated long ago: state it, for nobody can plan with it. */
export const capacityAdvice: Adviser = ({ ground }, { park }) => {
  const { parks, day } = ground;
  const at = parks.indexOf(park);
  const reason = (code: string, says: Names, rest: Partial<Reason>, resource?: Resource): Reason => ({
    code,
    says,
    quantity: null,
    madeUp: null,
    evidence: {
      in: 'guidance',
      name: 'known',
      request: {},
      field: `/parks/${at}/left${resource ? `/${resource}/value` : ''}`,
    },
    ...rest,
  });
  const unknown = resources.filter((resource) => park.left[resource] === undefined);
  const old = resources.flatMap((resource) => {
    const stated = park.left[resource];
    const year = Number(stated?.date?.slice(0, 4));
    return stated && Number(day.slice(0, 4)) - year >= stale ? [{ resource, stated, year }] : [];
  });
  const drafts: Draft[] = [];
  const about = { what: 'park' as const, id: park.record, names: park.names };
  if (unknown.length > 0) {
    drafts.push({
      kind: 'state-capacity',
      extent: unknown.length / resources.length,
      sure: 'stated',
      about,
      says: words(
        `填报${unknown.map((one) => resourceNames[one].zh).join('、')}`,
        `State ${unknown.map((one) => resourceNames[one].en).join(', ')}`,
      ),
      reasons: unknown.map((one) =>
        reason(
          'not-stated',
          words(
            `您可见的资料里没有${resourceNames[one].zh}，布局方案不能据此安排`,
            `What you may see tells nothing of ${resourceNames[one].en}: no plan can reckon with it`,
          ),
          {},
        ),
      ),
      remedy: words(
        '由园区管委会在园区资料中填报并公开',
        'The park committee states and publishes it in the park’s profile',
      ),
    });
  }
  if (old.length > 0) {
    drafts.push({
      kind: 'state-capacity',
      extent: (0.5 * old.length) / resources.length,
      sure: 'stated',
      about: { ...about, what: 'resource', names: words('两年前的填报', 'What was stated two years ago') },
      says: words('更新两年前填报的承接条件', 'State anew what was stated two years ago or earlier'),
      reasons: old.map(({ resource, stated, year }) =>
        reason(
          'stated-long-ago',
          words(
            `${resourceNames[resource].zh}（${year}年填报）`,
            `${resourceNames[resource].en} (as of ${year})`,
          ),
          {
            quantity: { value: stated.value, as: 'amount', unit: stated.unit },
            madeUp: ofRecord(stated.sample),
          },
          resource,
        ),
      ),
      remedy: words(
        '由园区管委会在园区资料中更新',
        'The park committee brings the park’s profile up to date',
      ),
    });
  }
  return drafts;
};
