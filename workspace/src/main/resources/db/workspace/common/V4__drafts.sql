CREATE TABLE draft (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  rev BIGINT NOT NULL,
  based_on BIGINT,
  created_by TEXT NOT NULL,
  approved_by TEXT,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX draft_changed ON draft (changed_at);

CREATE TABLE draft_file (
  draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (draft, path)
);

CREATE TABLE draft_author (
  draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  author TEXT NOT NULL,
  PRIMARY KEY (draft, author)
);

CREATE TABLE draft_step (
  number ${serial},
  draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX draft_step_draft ON draft_step (draft, number);

CREATE TABLE publication (
  number BIGINT NOT NULL PRIMARY KEY,
  draft TEXT NOT NULL UNIQUE REFERENCES draft (id),
  version TEXT NOT NULL,
  published_by TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  at BIGINT NOT NULL
);
