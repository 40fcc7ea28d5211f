-- The version that ran when a draft was approved: it is published over no other.
ALTER TABLE draft ADD COLUMN approved_over BIGINT;
