const systems = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux'];

/**
 * Which browser on which system, of what a browser says of itself.
 * @example browserName('Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36') // 'Chrome 156 · Linux'
 */
export function browserName(said: string): string {
  const [, name = '', version = ''] =
    /(Edg|OPR|Firefox)\/(\d+)/.exec(said) ?? /(Chrome|Version)\/(\d+)/.exec(said) ?? [];
  const browser = { Edg: 'Edge', OPR: 'Opera', Version: 'Safari' }[name] ?? name;
  const system = systems.find((one) => said.includes(one));
  return browser === '' ? said : [`${browser} ${version}`, system].filter(Boolean).join(' · ');
}
