import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';

/**
 * The API's description, in which every schema that has a name (`meta({ id })`) is said once, as a component.
 * The library says each as it is asked for and as it is answered; what no route speaks of is left out.
 */
export const description: typeof jsonSchemaTransformObject = (document) => {
  const whole = jsonSchemaTransformObject(document);
  const components: Record<string, unknown> = ('components' in whole && whole.components?.schemas) || {};
  const spokenOf = new Set<string>();
  const read = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (spokenOf.has(name)) continue;
      spokenOf.add(name);
      read(components[name]);
    }
  };
  read(whole.paths);
  for (const name of Object.keys(components)) if (!spokenOf.has(name)) delete components[name];
  return whole;
};
