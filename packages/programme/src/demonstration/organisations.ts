import type { Pack } from '@tidu/reference';
import type { Account } from '../account/accounts.store.ts';
import type { Organisation } from '../account/organisations.store.ts';

/** Eastern cities that are partners in the demonstration. */
const partnerCities = ['440300', '440100', '441900', '310000', '320500', '330100', '330200', '350200'];

/** The organisations and accounts of the demonstration: real places, sample people. */
export function sampleOrganisations({ parks, places }: Pack): {
  organisations: Organisation[];
  accounts: Account[];
} {
  const nameOf = (code: string) =>
    places.find((place) => place.code === code)?.name ?? { zh: code, en: code };
  const provinceOf = (code: string) => `${code.slice(0, 2)}0000`;
  const provinces = [...new Set(parks.map((park) => provinceOf(park.place)))].sort();
  const sample = true;

  const organisations: Organisation[] = [
    {
      id: 'org-ministry',
      kind: 'ministry',
      name: { zh: '商务部（示例）', en: 'Ministry of Commerce (sample)' },
      territory: '100000',
      sample,
    },
    {
      id: 'org-system',
      kind: 'system',
      name: { zh: '系统管理（示例）', en: 'System administration (sample)' },
      territory: '100000',
      sample,
    },
    {
      id: 'org-experts',
      kind: 'expert',
      name: { zh: '专家库（示例）', en: 'Panel of experts (sample)' },
      territory: '100000',
      sample,
    },
    ...provinces.map(
      (code): Organisation => ({
        id: `org-province-${code}`,
        kind: 'province',
        name: {
          zh: `${nameOf(code).zh}商务主管部门（示例）`,
          en: `Commerce department of ${nameOf(code).en} (sample)`,
        },
        territory: code,
        sample,
      }),
    ),
    // Where a call asks for it, a second department countersigns what the first reports.
    ...provinces.map(
      (code): Organisation => ({
        id: `org-labour-${code}`,
        kind: 'province',
        name: {
          zh: `${nameOf(code).zh}人力资源社会保障部门（示例）`,
          en: `Human resources department of ${nameOf(code).en} (sample)`,
        },
        territory: code,
        sample,
      }),
    ),
    ...parks.map(
      (park): Organisation => ({
        id: `org-park-${park.id}`,
        kind: 'park',
        name: { zh: `${park.name.zh}园区管委会（示例）`, en: `Park committee of ${park.name.en} (sample)` },
        territory: park.place,
        sample,
      }),
    ),
    ...partnerCities.map(
      (code): Organisation => ({
        id: `org-partner-${code}`,
        kind: 'partner',
        name: {
          zh: `${nameOf(code).zh}（东部伙伴，示例）`,
          en: `${nameOf(code).en} (eastern partner, sample)`,
        },
        territory: code,
        sample,
      }),
    ),
    ...[1, 2, 3].map(
      (n): Organisation => ({
        id: `org-company-${n}`,
        kind: 'company',
        name: { zh: `示例企业${n}`, en: `Sample company ${n}` },
        territory: partnerCities[n] as string,
        sample,
      }),
    ),
  ];

  const one = (id: string, role: Account['role'], organisation: string, name: string): Account => ({
    id,
    login: id,
    name,
    role,
    organisation,
    sample,
  });
  const accounts: Account[] = [
    one('ministry', 'ministry', 'org-ministry', '示例·部机关经办'),
    one('analyst', 'analyst', 'org-ministry', '示例·分析员'),
    ...provinces.map((code) =>
      one(`province-${code}`, 'province', `org-province-${code}`, `示例·${nameOf(code).zh}经办`),
    ),
    ...provinces.map((code) =>
      one(`labour-${code}`, 'province', `org-labour-${code}`, `示例·${nameOf(code).zh}人社经办`),
    ),
    ...parks.map((park) =>
      one(`park-${park.id}`, 'park', `org-park-${park.id}`, `示例·${park.name.zh}园区经办`),
    ),
    ...partnerCities.map((code) =>
      one(`partner-${code}`, 'partner', `org-partner-${code}`, `示例·${nameOf(code).zh}经办`),
    ),
    ...[1, 2, 3].map((n) => one(`company-${n}`, 'company', `org-company-${n}`, `示例·企业${n}经办`)),
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => one(`expert-${n}`, 'expert', 'org-experts', `示例·专家${n}`)),
    one('system-admin', 'system-admin', 'org-system', '示例·系统管理员'),
    one('security-admin', 'security-admin', 'org-system', '示例·安全管理员'),
    one('audit-admin', 'audit-admin', 'org-system', '示例·审计管理员'),
  ];
  return { organisations, accounts };
}
