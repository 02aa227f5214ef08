import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // The nouns of `reference` are declarations; only those that the page names belong in it.
      treeshake: { moduleSideEffects: (id) => !id.includes('/packages/reference/') },
    },
  },
  server: { proxy: { '/api': process.env.TIDU_SERVER ?? 'http://localhost:8080' } },
});
