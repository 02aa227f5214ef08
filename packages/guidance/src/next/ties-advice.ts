import { words } from '@tidu/reference';
import type { GuidedPark } from '../ground/ground.ts';
import type { Draft } from './advice.ts';
import { ofRecord } from './made-up.ts';
import type { Sight } from './sight.ts';

/** A pairing in which nothing has happened for long: bring it back to life before beginning another. */
export const dormantTies = (
  { ground: { ties, places } }: Sight,
  park: GuidedPark,
  forMinistry = false,
): Draft[] =>
  ties
    .filter((tie) => tie.park === park.record && tie.state === 'dormant')
    .map(({ kind, record, names, partnerPlace, sample }): Draft => {
      const partner = places.find(({ code }) => code === partnerPlace)?.names ?? names;
      return {
        kind: 'revive-tie',
        extent: 1,
        sure: 'stated',
        about: { what: 'record', id: record, names },
        says: forMinistry
          ? words(`督促重启结对：${names.zh}`, `See that this pairing comes back to life: ${names.en}`)
          : words(
              `约${partner.zh}重启结对：定一次对接活动和一名联系人`,
              `Bring the pairing with ${partner.en} back to life: agree on one event and one contact`,
            ),
        reasons: [
          {
            code: 'dormant',
            says: words(
              '这一结对长期没有活动，已转为休眠',
              'Nothing has happened in this pairing for long; it lies dormant',
            ),
            quantity: null,
            evidence: { in: 'record', kind, record },
            madeUp: ofRecord(sample),
          },
        ],
      };
    });
