import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Concept, Werkaantallen, Werklijst as Lijst, Werklijstrij } from '../../domein/antwoorden.ts'
import { eindstappen, stappen } from '../../domein/toegang/melding.schema.ts'
import { plaatsingstappen } from '../../domein/wachtlijst/plaatsing.schema.ts'
import { Button } from '../onderdelen/amsterdam.ts'
import { Label } from '../onderdelen/bericht.tsx'
import { Bladeren } from '../onderdelen/bladeren.tsx'
import { Dag } from '../onderdelen/datum.tsx'
import { Filterbalk, type Keuzeveld } from '../onderdelen/filterbalk.tsx'
import { Pagina } from '../onderdelen/pagina.tsx'
import { Tabel, type Kolom } from '../onderdelen/tabel.tsx'
import { Termijncel } from '../onderdelen/termijn.tsx'
import { Antwoord, Mislukt } from '../onderdelen/toestand.tsx'
import { haal } from '../verbinding/api.ts'
import { useSessie, vragen } from '../verbinding/vragen.ts'
import { Concepten } from './concepten.tsx'
import { Strijdigheden } from './strijdigheden.tsx'

const tabs = {
  mij: 'Aan zet bij mij',
  team: 'Mijn team',
  anderen: 'Wacht op anderen',
  concepten: 'Concepten',
  afgerond: 'Afgerond',
} as const
type Tab = keyof typeof tabs

/** The steps at which someone must act; what is done stands under its own tab. */
const open = Object.fromEntries(
  Object.entries(stappen).filter(([code]) => !eindstappen.some((einde) => einde === code)),
)
const { wachtend, pauze } = plaatsingstappen

const velden: Keuzeveld[] = [
  { naam: 'stap', label: 'Stap', opties: { ...open, wachtend, pauze } },
  { naam: 'voorziening', label: 'Soort', opties: { bw: 'Beschermd wonen', mo: 'Maatschappelijke opvang' } },
  { naam: 'spoed', label: 'Alleen spoed', opties: { ja: 'Alleen spoed' }, vink: true },
]

/** The work, by who must act. Tab and filters stand in the address, so a list can be shared and found again. */
export function Werklijst(): ReactNode {
  const zoek = useSearch({ from: '/schil/werklijst' })
  // Drafts are for who enters reports.
  const mag = useSessie().taken.includes('registratie')
  const gevraagd: Tab = zoek.tab && zoek.tab in tabs ? (zoek.tab as Tab) : 'mij'
  const tab = gevraagd === 'concepten' && !mag ? 'mij' : gevraagd
  const filter = {
    tab: tab === 'concepten' ? 'mij' : tab,
    stap: zoek.stap,
    voorziening: zoek.voorziening,
    spoed: zoek.spoed,
  }
  const vraag = useQuery({
    ...vragen.werklijst({ ...filter, na: zoek.na, limiet: '25' }),
    placeholderData: (vorige) => vorige,
  })
  const aantallen = useQuery({ ...vragen.werkaantallen(filter), placeholderData: (vorige) => vorige }).data
  const nieuw = useNieuweMelding()
  return (
    <Pagina
      titel="Werklijst"
      acties={
        mag && (
          <Button onClick={() => nieuw.mutate()} variant="primary">
            Nieuwe melding
          </Button>
        )
      }
    >
      {nieuw.isError && <Mislukt fout={nieuw.error} />}
      <Strijdigheden />
      <Tabs tab={tab} aantallen={aantallen} concepten={mag} />
      {tab === 'concepten' ? (
        <Concepten />
      ) : (
        <>
          <Filterbalk velden={velden} gekozen={zoek} naar="/werklijst" vast={{ tab: zoek.tab }} />
          <Antwoord vraag={vraag}>
            {(lijst) => (
              <Rijen
                lijst={lijst}
                tab={tab}
                aantallen={aantallen}
                gefilterd={Boolean(zoek.stap || zoek.voorziening || zoek.spoed)}
              />
            )}
          </Antwoord>
        </>
      )}
    </Pagina>
  )
}

/** Starts an empty draft and opens its first step. */
function useNieuweMelding() {
  const ga = useNavigate()
  return useMutation({
    mutationFn: () => haal<Concept>('/concepten', { methode: 'POST', lichaam: {} }),
    onSuccess: (concept) => ga({ to: '/meldingen/concept/$id/stap/$stap', params: { id: concept.id, stap: '1' } }),
  })
}

function Tabs({
  tab,
  aantallen,
  concepten,
}: {
  tab: Tab
  aantallen: Werkaantallen | undefined
  concepten: boolean
}): ReactNode {
  const getoond = (Object.keys(tabs) as Tab[]).filter((t) => concepten || t !== 'concepten')
  return (
    <nav aria-label="Werklijst naar wie aan zet is" className="tabs">
      <ul>
        {getoond.map((t) => (
          <li key={t}>
            <Link
              to="/werklijst"
              search={t === 'mij' ? {} : { tab: t }}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={t === tab ? 'page' : undefined}
            >
              {tabs[t]} {aantallen && <Aantal n={aantallen[t]} grens={aantallen.grens} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Aantal = ({ n, grens }: { n: number; grens: number }): ReactNode => (
  <span className="aantal">
    {telling(n, grens)}
    <span className="ams-visually-hidden"> {n === 1 ? 'zaak' : 'zaken'}</span>
  </span>
)

/** Counting stops at `grens`: from there on "meer dan". */
const telling = (n: number, grens: number): string => (n >= grens ? `${grens}+` : String(n))

const kolommen: Kolom<Werklijstrij>[] = [
  { naam: 'Zaak', rijkop: true, cel: (r) => <Zaaklink rij={r} /> },
  { naam: 'Stap', cel: (r) => r.stapNaam },
  { naam: 'Termijn', cel: (r) => r.termijn && <Termijncel termijn={r.termijn} /> },
  { naam: 'Aan zet', cel: (r) => r.aanZet && (r.aanZet.wij ? `wij (${r.aanZet.naam})` : r.aanZet.naam) },
  { naam: 'Melding', cel: (r) => <Dag op={r.begonnenOp} stijl="kort" /> },
  { naam: 'Behandelaar', cel: (r) => r.behandelaar && <span translate="no">{r.behandelaar.naam}</span> },
  { naam: 'Bijzonderheden', cel: bijzonder },
]

function Zaaklink({ rij }: { rij: Werklijstrij }): ReactNode {
  const inhoud = (
    <>
      <span className="zaaklink__naam" translate="no">
        {rij.naam}
      </span>
      <span className="zaaklink__nummer" translate="no">
        {rij.nummer}
      </span>
    </>
  )
  return rij.soort === 'plaatsing' ? (
    <Link className="zaaklink" to="/plaatsingen/$id" params={{ id: rij.id }}>
      {inhoud}
    </Link>
  ) : (
    <Link className="zaaklink" to="/meldingen/$id" params={{ id: rij.id }}>
      {inhoud}
    </Link>
  )
}

function bijzonder(rij: Werklijstrij): ReactNode {
  const woorden = [
    rij.bijzonder.includes('spoed') && (
      <Label key="spoed" kleur="amber">
        Spoed
      </Label>
    ),
    rij.bijzonder.includes('tolk') && <Label key="tolk">Tolk</Label>,
    rij.voorziening === 'mo' && <Label key="mo">Opvang</Label>,
    rij.termijn?.toestand === 'stilgezet' && (
      <Label key="stil" kleur="blauw">
        Stilgezet
      </Label>
    ),
  ].filter(Boolean)
  return woorden.length ? <span className="labels">{woorden}</span> : null
}

const leeg: Record<Exclude<Tab, 'concepten'>, string> = {
  mij: 'Er is nu geen zaak waarin jij aan zet bent.',
  team: 'Je team heeft nu geen zaken.',
  anderen: 'Geen zaak van jullie wacht op een ander.',
  afgerond: 'Er is nog geen afgeronde zaak.',
}

function Rijen({
  lijst,
  tab,
  aantallen,
  gefilterd,
}: {
  lijst: Lijst
  tab: Exclude<Tab, 'concepten'>
  aantallen: Werkaantallen | undefined
  gefilterd: boolean
}): ReactNode {
  if (lijst.rijen.length === 0)
    return <p className="leeg">{gefilterd ? 'Geen zaken gevonden met deze keuzes. Haal een keuze weg.' : leeg[tab]}</p>
  return (
    <>
      <Tabel
        bijschrift={`${tabs[tab]}: spoed bovenaan, daarna de eerste termijn.`}
        kolommen={kolommen}
        rijen={lijst.rijen}
        sleutel={(r) => r.id}
        accent={(r) => (r.bijzonder.includes('spoed') ? 'rij--spoed' : undefined)}
      />
      <Bladeren
        naar="/werklijst"
        getoond={lijst.rijen.length}
        totaal={aantallen ? telling(aantallen.gekozen, aantallen.grens) : null}
        volgende={lijst.volgende}
        wat={['zaak', 'zaken']}
      />
    </>
  )
}
