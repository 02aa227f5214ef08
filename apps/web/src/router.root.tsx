import {
  type AnyValidator,
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  type RouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { Frame } from './frame.tsx';
import { NotFoundPage } from './pages/not-found.page.tsx';

/** Around every page: the frame, and the language that an address asks for. */
export const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFoundPage,
  validateSearch: (search: Record<string, unknown>): { lang?: string } =>
    typeof search.lang === 'string' ? { lang: search.lang } : {},
  search: { middlewares: [retainSearchParams(['lang'])] },
});

export const under = () => root;

/** A page, whose code comes when somebody goes there, and what it reads of its address beside the path. */
export const page = <const Path extends string, Name extends string, Read extends AnyValidator = undefined>(
  path: Path,
  load: () => Promise<Record<NoInfer<Name>, RouteComponent>>,
  name: Name,
  validateSearch?: Read,
) =>
  createRoute({
    getParentRoute: under,
    path,
    component: lazyRouteComponent<Record<string, RouteComponent>, string>(load, name),
    validateSearch: validateSearch as Read,
  });
