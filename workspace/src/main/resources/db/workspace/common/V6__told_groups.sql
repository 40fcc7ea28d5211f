-- What was told of how many people are alike, and of whom, by numbers that name nobody.
CREATE TABLE told_group (
  slot BIGINT NOT NULL PRIMARY KEY,
  turn BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  told_since BIGINT NOT NULL,
  told_people BIGINT NOT NULL,
  told_count BIGINT NOT NULL,
  who ${bytes} NOT NULL
);
