/** The part of the table of refusals (`weigering.ts`) that is about the database, its backup and its restore. */
export type Code = { status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 428 | 500 | 503; zin: string; doe: string }

export const databankcodes = {
  DATABANK_NIET_BEREIKBAAR: {
    status: 503,
    zin: 'De databank op {waar} is niet te bereiken: {reden}.',
    doe: 'Kijk of PostgreSQL draait en of het adres in {variabele} klopt.',
  },
  DATABANK_ADRES_ONTBREEKT: {
    status: 400,
    zin: 'De omgevingsvariabele {variabele} ontbreekt. Die is nodig om {waarvoor}.',
    doe: 'Zet {variabele} op het adres van de databank, in de vorm postgresql://login:wachtwoord@computer:5432/naam.',
  },
  DATABANK_TE_OUD: {
    status: 503,
    zin: 'PostgreSQL {versie} is te oud. Regiodak werkt met PostgreSQL 15 of nieuwer.',
    doe: 'Werk PostgreSQL bij.',
  },
  DATABANK_LOGIN_MAG_TE_VEEL: {
    status: 503,
    zin: 'De login {login} van DATABASE_URL {reden}. Daarmee werkt de afscherming van gegevens niet.',
    doe: 'Gebruik voor DATABASE_URL een login die niets bezit, en de eigenaar alleen voor REGIODAK_MIGRATIE_URL.',
  },
  DATABANK_ROLLEN: {
    status: 503,
    zin: 'De databank mist rollen en deze login mag ze niet maken.',
    doe: 'Laat de databasebeheerder dit uitvoeren: {zinnen}',
  },
  DATABANK_LOOPT_ACHTER: {
    status: 503,
    zin: 'De tabellen in de databank zijn niet van deze versie van Regiodak. Dit ontbreekt: {mist}.',
    doe: 'Zet REGIODAK_MIGRATIE_URL en voer uit: regiodak migreer.',
  },
  DATABANK_LOOPT_VOOR: {
    status: 503,
    zin: 'De databank is van een nieuwere versie van Regiodak: {naam} is hier niet bekend.',
    doe: 'Werk Regiodak bij.',
  },
  DATABANK_MIGRATIE_GEWIJZIGD: {
    status: 409,
    zin: 'De migratie {naam} is veranderd nadat zij in deze databank is uitgevoerd.',
    doe: 'Zet het bestand terug zoals het was en maak een nieuwe migratie.',
  },
  DATABANK_GEEN_BINARIES: {
    status: 503,
    zin: 'Voor {platform} komt er geen PostgreSQL mee met npm.',
    doe: 'Installeer PostgreSQL 15 of nieuwer en zet DATABASE_URL.',
  },
  DATABANK_MAP: {
    status: 503,
    zin: 'De map {map} {reden}.',
    doe: 'Kies een andere map met REGIODAK_MAP.',
  },
  DATABANK_GEGEVENS_WEG: {
    status: 503,
    zin: 'De gegevens stonden in {cluster}, maar daar staat geen databank meer.',
    doe: 'Zet een backup terug. Wil je leeg beginnen? Verwijder dan {bestand}.',
  },
  DATABANK_ANDERE_VERSIE: {
    status: 503,
    zin: 'De gegevens in {map} zijn van PostgreSQL {gegevens}, dit programma heeft PostgreSQL {programma}.',
    doe: 'Maak met de vorige versie van Regiodak een backup en zet die terug in een nieuwe map.',
  },
  DATABANK_START_MISLUKT: {
    status: 503,
    zin: 'De eigen databank in {map} start niet: {reden}.',
    doe: 'Kijk in {logboek}.',
  },
  BACKUP_BESTAND: {
    status: 400,
    zin: 'Het bestand {bestand} {reden}.',
    doe: 'Kies een ander bestand.',
  },
  BACKUP_ONLEESBAAR: {
    status: 400,
    zin: 'Het bestand {bestand} is geen hele backup van Regiodak: {reden}.',
    doe: 'Kies een andere backup. In de databank is niets veranderd.',
  },
  BACKUP_ANDERE_VERSIE: {
    status: 409,
    zin: 'De backup is van een andere versie van Regiodak: {reden}.',
    doe: 'Zet de backup terug met de versie die hem maakte, of een nieuwere.',
  },
  HERSTEL_NIET_LEEG: {
    status: 409,
    zin: 'De databank is niet leeg: er staan al {aantal} tabellen in.',
    doe: 'Zet een backup terug in een nieuwe, lege databank.',
  },
} as const satisfies Record<string, Code>
