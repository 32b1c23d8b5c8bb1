/** Version 5 of the database's form: what the figures are counted from, and the kept counts of dates that are over. */

/**
 * Nothing in it is personal. What is known of older tickets is filled in when the tables are made again from the events
 * (`rows-version.ts`: at the first start after it); until then the new columns of their rows are NULL.
 *
 * `request` has its own order (`asked_at`), as the date of an instant is another one in another zone.
 * `counted`: made by whoever counts, and gone in the commit that changes any row of its date.
 */
export const fifth = `
  ALTER TABLE ticket ADD COLUMN channel TEXT;
  ALTER TABLE ticket ADD COLUMN takes_place INTEGER;
  ALTER TABLE ticket ADD COLUMN promise TEXT;
  ALTER TABLE ticket ADD COLUMN handovers_broken INTEGER;
  ALTER TABLE ticket ADD COLUMN told_from TEXT;
  ALTER TABLE ticket ADD COLUMN told_to TEXT;
  ALTER TABLE ticket ADD COLUMN told_expected TEXT;
  ALTER TABLE ticket ADD COLUMN told_home_by TEXT;
  ALTER TABLE ticket ADD COLUMN rating TEXT;
  ALTER TABLE ticket ADD COLUMN offsite INTEGER;
  UPDATE ticket SET offsite = 1 WHERE counter = 0;

  ALTER TABLE step_visit ADD COLUMN officer TEXT;
  ALTER TABLE step_visit ADD COLUMN waited_from TEXT;
  ALTER TABLE step_visit ADD COLUMN reasons TEXT;
  ALTER TABLE step_visit ADD COLUMN handover TEXT;

  CREATE TABLE choice (
    date TEXT NOT NULL, number TEXT NOT NULL, list TEXT NOT NULL, choice TEXT NOT NULL,
    PRIMARY KEY (date, number, list)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE booking (
    date TEXT NOT NULL, code TEXT NOT NULL, service TEXT NOT NULL, lane TEXT NOT NULL, slot TEXT,
    people INTEGER NOT NULL, channel TEXT NOT NULL, state TEXT NOT NULL, takes_place INTEGER NOT NULL,
    made_at TEXT NOT NULL, cancelled_at TEXT, ticket TEXT,
    PRIMARY KEY (date, code)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE quota (
    date TEXT NOT NULL, quota TEXT NOT NULL, services TEXT NOT NULL, lanes TEXT NOT NULL,
    places INTEGER NOT NULL, released INTEGER NOT NULL,
    PRIMARY KEY (date, quota)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE claim (
    date TEXT NOT NULL, id TEXT NOT NULL, number TEXT NOT NULL, step TEXT NOT NULL, counter INTEGER, officer TEXT,
    started_at TEXT NOT NULL, opened_at TEXT NOT NULL, closed TEXT, closed_at TEXT,
    PRIMARY KEY (date, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE request (
    asked_at TEXT NOT NULL, code TEXT NOT NULL, date TEXT NOT NULL, service TEXT NOT NULL,
    people INTEGER NOT NULL, state TEXT NOT NULL, trip TEXT,
    PRIMARY KEY (asked_at, code)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX request_date ON request (date);
  CREATE TABLE trip (
    date TEXT NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, visits INTEGER NOT NULL,
    PRIMARY KEY (date, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE counted (date TEXT PRIMARY KEY, counts BLOB NOT NULL) STRICT, WITHOUT ROWID;
`;
