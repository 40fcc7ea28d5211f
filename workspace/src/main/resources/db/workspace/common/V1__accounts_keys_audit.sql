CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  password_hash TEXT,
  identity_provider TEXT,
  identity_subject TEXT,
  created_at BIGINT NOT NULL,
  disabled_at BIGINT,
  UNIQUE (identity_provider, identity_subject)
);

CREATE TABLE invitation (
  digest TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  staff TEXT REFERENCES staff (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX invitation_email ON invitation (email);

CREATE TABLE staff_session (
  digest TEXT NOT NULL PRIMARY KEY,
  staff TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX staff_session_staff ON staff_session (staff);
CREATE INDEX staff_session_expires ON staff_session (expires_at);

CREATE TABLE passkey (
  credential TEXT NOT NULL PRIMARY KEY,
  staff TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  public_key TEXT NOT NULL,
  signature_count BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX passkey_staff ON passkey (staff);

CREATE TABLE api_key (
  prefix TEXT NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT,
  used_at BIGINT
);

CREATE TABLE audit (
  number ${serial},
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX audit_actor ON audit (actor, number);
CREATE INDEX audit_subject ON audit (subject, number);
CREATE INDEX audit_action ON audit (action, number);
