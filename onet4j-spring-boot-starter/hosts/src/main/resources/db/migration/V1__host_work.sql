create table host_work (id integer primary key);
