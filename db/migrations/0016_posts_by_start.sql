-- Who began lately, without reading everybody's posts.
create index posts_by_start on posts (institution_id, valid_from, person_id);
