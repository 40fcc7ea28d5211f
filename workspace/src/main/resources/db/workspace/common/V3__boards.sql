CREATE TABLE board (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  archived_at BIGINT
);

CREATE TABLE board_batch (
  board TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
  rev BIGINT NOT NULL,
  batch_id TEXT NOT NULL,
  author TEXT NOT NULL,
  at BIGINT NOT NULL,
  ops TEXT NOT NULL,
  PRIMARY KEY (board, rev),
  UNIQUE (board, batch_id)
);

CREATE TABLE board_snapshot (
  board TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
  rev BIGINT NOT NULL,
  state ${bytes} NOT NULL,
  PRIMARY KEY (board, rev)
);

CREATE TABLE board_version (
  board TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
  rev BIGINT NOT NULL,
  name TEXT NOT NULL,
  author TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (board, name)
);

CREATE TABLE board_member (
  board TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
  member TEXT NOT NULL,
  role TEXT NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (board, member)
);
CREATE INDEX board_member_member ON board_member (member);

CREATE TABLE board_link (
  id TEXT NOT NULL PRIMARY KEY,
  board TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
  digest TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX board_link_board ON board_link (board);

CREATE TABLE board_guest (
  id TEXT NOT NULL PRIMARY KEY,
  board TEXT NOT NULL REFERENCES board (id) ON DELETE CASCADE,
  link TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  joined_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX board_guest_board ON board_guest (board);
