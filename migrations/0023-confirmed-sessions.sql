-- When somebody last proved, within a session, that they are still the one who signed in. Null: not since signing in.
alter table staff_sessions add column confirmed_at timestamptz;
