import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Beside every text its compressed forms: made once here, and never while someone waits for it. */
const gecomprimeerd = (): Plugin => ({
  name: 'gecomprimeerd',
  apply: 'build',
  async writeBundle({ dir }, bundel) {
    if (dir === undefined) return
    const teksten = Object.keys(bundel).filter((naam) => /\.(?:js|css|html|svg)$/.test(naam))
    const maak = async (naam: string): Promise<void> => {
      const pad = join(dir, naam)
      const tekst = await readFile(pad)
      const vormen = [
        // Level 6 takes a tenth of the time of the highest, for a few percent.
        ['.br', await brotli(tekst, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })],
        // Browsers ask for brotli only where nobody on the way can listen in.
        ['.gz', await zip(tekst)],
      ] as const
      for (const [einde, klein] of vormen) if (klein.length < tekst.length) await writeFile(`${pad}${einde}`, klein)
    }
    await Promise.all(teksten.map(maak))
  },
})

/** The screens. Assets stay files (never data: URIs), so that a strict content security policy holds. */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), gecomprimeerd()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
    reportCompressedSize: false,
  },
})
