-- A plan that was written for a colleague, in a workshop: they are asked at its review. Null where whoever wrote it is
-- asked.

alter table scale_up_plans add column review_by {id};
