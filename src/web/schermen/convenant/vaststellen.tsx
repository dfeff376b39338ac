import { useState, type ReactNode } from 'react'
import { stelUitlegVast } from '../../../domein/bestuur/bestuur.schema.ts'
import type { Convenantbeeld, Uitlegbeeld } from '../../../domein/bestuur/convenant.schema.ts'
import type { Veld, Waarden } from '../../formulier/veld.ts'
import { Button } from '../../onderdelen/amsterdam.ts'
import { Opdrachtformulier, type Opdrachtvorm } from '../../onderdelen/opdrachtformulier.tsx'
import { besluitvelden } from './besluitknop.tsx'
import { opdrachtpad, useNieuwBeeld } from './vastleggen.ts'
import { hoofdletter } from './woorden.tsx'

/** Opens the form that records that the region adopted this reading. `klaar` is called once the page knows it. */
export function Vaststelknop(p: { uitleg: Uitlegbeeld; beeld: Convenantbeeld; klaar: () => void }): ReactNode {
  const [open, zetOpen] = useState(false)
  const { klaar, laadNieuw } = useNieuwBeeld(p.beeld)
  if (!open)
    return (
      <div className="niet-afdrukken">
        <Button variant="secondary" onClick={() => zetOpen(true)}>
          Stel deze uitleg vast<span className="ams-visually-hidden">: {p.uitleg.vraag}</span>
        </Button>
      </div>
    )
  return (
    <div className="niet-afdrukken">
      <Opdrachtformulier<Convenantbeeld>
        titel="Leg vast wat de regio besloot"
        pad={opdrachtpad(p.beeld, 'stel-uitleg-vast')}
        versie={p.beeld.versie}
        vorm={vormVan(p.uitleg)}
        vast={{ versie: p.beeld.ingang, uitleg: p.uitleg.id }}
        laadNieuw={laadNieuw}
        sluit={() => zetOpen(false)}
        klaar={() => {
          void klaar().then(p.klaar)
        }}
      />
    </div>
  )
}

const anders = (w: Waarden): boolean => w['hoe'] === 'anders'

/** Another reading can only be recorded where the rules know how to compute it. */
const kanAnders = (u: Uitlegbeeld): boolean => u.voorrangKeuzes.length > 1 || u.wegen.some((w) => w.keuzes.length > 1)

/** Adopt the reading as it stands, or another one among those the rules know. */
export function vormVan(u: Uitlegbeeld): Opdrachtvorm {
  return {
    knop: 'Leg dit besluit vast',
    uitleg:
      'Vanaf de dag van het besluit rekent iedereen met deze uitleg. Definitieve uitkomsten van eerder veranderen niet.',
    schema: stelUitlegVast.omit({ versie: true, uitleg: true }),
    velden: [
      ...besluitvelden(),
      ...(kanAnders(u)
        ? [
            {
              soort: 'keuze',
              pad: 'hoe',
              label: 'Wat is er besloten?',
              opties: { zo: `Deze uitleg: ${u.keuze}`, anders: 'Een andere uitleg' },
              leeg: 'Kies wat er is besloten.',
              blijftHier: true,
            } satisfies Veld,
            ...andersVelden(u),
          ]
        : []),
      {
        soort: 'verhaal',
        pad: 'reden',
        label: 'Wat was de reden?',
        regels: 3,
        hint: `Laat leeg als de regio deze uitleg koos en dit nog klopt: ${u.reden}`,
        toon: (w) => !anders(w),
        optioneel: true,
      },
      {
        soort: 'verhaal',
        pad: 'reden',
        label: 'Wat was de reden?',
        regels: 3,
        toon: anders,
        leeg: 'Vul in waarom de regio anders koos.',
      },
      {
        soort: 'verhaal',
        pad: 'tekst',
        label: 'Tekst van het besluit, of waar die staat',
        regels: 3,
        optioneel: true,
      },
    ],
  }
}

function andersVelden(u: Uitlegbeeld): Veld[] {
  return [
    {
      soort: 'verhaal',
      pad: 'keuze',
      label: 'Welke uitleg koos de regio?',
      regels: 2,
      toon: anders,
      leeg: 'Vul in welke uitleg de regio koos.',
    },
    ...(u.voorrangKeuzes.length > 1
      ? [
          {
            soort: 'keuze',
            pad: 'voorrang',
            label: 'Welke regel gaat voor?',
            opties: Object.fromEntries(u.voorrangKeuzes.map((k) => [k.regel, k.zin])),
            toon: anders,
            leeg: 'Kies welke regel voorgaat.',
          } satisfies Veld,
        ]
      : []),
    ...u.wegen.map((w): Veld => ({
      soort: 'keuze',
      pad: `kiest.${w.vraag}`,
      label: `${hoofdletter(w.vraag.replaceAll('-', ' '))}: hoe wordt het toegepast?`,
      opties: Object.fromEntries(w.keuzes.map((k) => [k, k.replaceAll('-', ' ')])),
      toon: anders,
      leeg: 'Kies hoe het wordt toegepast.',
    })),
  ]
}
