import { clock } from '../account/asker.ts';
import type { Records } from '../ground/records.store.ts';
import type { MeasureContent, MeasureState } from '../measure/measure.ts';

const samples: readonly { organisation: string; place: string; state: MeasureState }[] = [
  { organisation: 'org-park-taiyuan', place: '140100', state: 'draft' },
  { organisation: 'org-park-bozhou', place: '341600', state: 'proposed' },
];

/** What two offices are writing: made up, and none of it in force, so that no comparison counts it. */
export async function seedMeasures(records: Records): Promise<void> {
  const { places } = records.world.pack;
  for (const { organisation, place, state } of samples) {
    const name = places.find(({ code }) => code === place)?.name ?? { zh: place, en: place };
    const title = { zh: `示例：${name.zh}设备投资补助`, en: `Sample: equipment grant of ${name.en}` };
    const content: MeasureContent = {
      measure: `sample-equipment-${place}`,
      title,
      text: textOf(title, name, place),
      place,
      owner: organisation,
      note: '示例文字，仅供演示。',
      ...(state === 'proposed' && { proposedBy: clock.account }),
    };
    await records.create('measure', content, clock, { sample: true, state });
  }
}

const textOf = (
  title: MeasureContent['title'],
  name: { readonly zh: string; readonly en: string },
  place: string,
): string => `title: { zh: "${title.zh}", en: "${title.en}" }
issuer: { zh: ${name.zh}（示例）, en: ${name.en} (sample) }
source: own
wording: paraphrase
holds: { in: ["${place}"], from: 2026-01-01, to: 2028-12-31 }
kind: equipment
about: { zh: 示例文字，不是真实政策。, en: "Made up for the demonstration, no real policy." }
eligible:
  - when: project.equipmentCny >= 5000000
    says: { zh: 设备投资500万元以上, en: Equipment of five million yuan and more }
    clause: { zh: 第三条, en: Article 3 }
gives:
  per: once
  amounts:
    - amount: project.equipmentCny * 0.1
      says: { zh: 按设备投资的10%, en: 10 % of the equipment }
      clause: { zh: 第四条, en: Article 4 }
  cap: 3000000
examples:
  - name: { zh: 设备2000万元, en: Twenty million of equipment }
    date: 2026-06-30
    place: "${place}"
    project: { equipmentCny: 20000000 }
    expect: { verdict: given, total: 2000000 }
  - name: { zh: 设备不足, en: Too little equipment }
    date: 2026-06-30
    place: "${place}"
    project: { equipmentCny: 1000000 }
    expect: { verdict: not-eligible }
`;
