/** From what one begins to write: every part that a measure has to have, to be written over. */
export const begunText = (
  place: string,
  issuer: { zh: string; en: string },
  today: string,
): string => `title: { zh: 设备投资补助, en: Equipment grant }
issuer: { zh: "${issuer.zh}", en: "${issuer.en}" }
document: {}
source: own
wording: quoted
holds: { in: ["${place}"], from: ${today} }
kind: equipment
about:
  zh: 设备投资500万元以上的，按设备投资的10%给予一次性补助。
  en: A one-off grant of 10 % of the equipment, for investments in equipment of five million yuan and more.
parameters:
  rate: [{ from: ${today}, value: 0.1 }]
eligible:
  - when: project.equipmentCny >= 5000000
    says: { zh: 设备投资500万元以上, en: Five million yuan of equipment and more }
    clause: { zh: 第一条, en: Article 1 }
gives:
  per: once
  amounts:
    - amount: project.equipmentCny * p.rate
      says: { zh: 按设备投资的10%, en: 10 % of the equipment }
      clause: { zh: 第二条, en: Article 2 }
  cap: 3000000
examples:
  - name: { zh: 设备2000万元, en: Twenty million of equipment }
    date: ${today}
    place: "${place}"
    project: { equipmentCny: 20000000 }
    expect: { verdict: given, total: 2000000 }
  - name: { zh: 设备不足500万元, en: Too little equipment }
    date: ${today}
    place: "${place}"
    project: { equipmentCny: 1000000 }
    expect: { verdict: not-eligible }
`;
