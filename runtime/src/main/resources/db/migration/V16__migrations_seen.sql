-- A service that does not migrate looks whether the schema is as far as it needs: mita.database.migrates.
grant select on ${flyway:table} to ${app_role};
