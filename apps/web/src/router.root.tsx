import { createRootRoute, retainSearchParams } from '@tanstack/react-router';
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
