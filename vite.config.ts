import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The screens. Assets stay files (never data: URIs), so that a strict content security policy holds. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    reportCompressedSize: false,
  },
})
