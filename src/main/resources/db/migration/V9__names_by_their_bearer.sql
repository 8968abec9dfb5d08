-- finds the names of a record that was changed, because what follows from all others still holds
CREATE INDEX search_name_of_subject ON search_name (subject_id, kind);
