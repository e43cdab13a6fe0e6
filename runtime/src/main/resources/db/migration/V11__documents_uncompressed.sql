-- PostgreSQL's compression took half of its time in storing documents that are written anew with every event; they are
-- small, and readers ask for what has changed only. Documents that exist are changed when they are stored next.
alter table read_model.dashboard alter column document set storage external;
alter table read_model.calendar alter column document set storage external;
alter table read_model.analytics alter column document set storage external;
