package dev.baton.projections.analyst;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets analysts read the views of `analytics`, and nothing behind them.
///
/// At every start, not in a migration: logins belong to the whole server and may appear later than the schema, and
/// views that were replaced have lost their grants.
@Component
@DependsOnDatabaseInitialization
@EnableConfigurationProperties(AnalystSettings.class)
class AnalystAccess implements InitializingBean {
    private static final Logger log = LoggerFactory.getLogger(AnalystAccess.class);

    private final JdbcClient jdbc;
    private final AnalystSettings settings;

    AnalystAccess(JdbcClient jdbc, AnalystSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        String user = settings.user();
        if (user == null || user.isEmpty()) {
            return;
        }
        if (exists(user) || create(user, settings.password())) {
            grant(user);
        }
    }

    private boolean exists(String user) {
        return yes("select exists (select from pg_roles where rolname = '" + user + "')");
    }

    private boolean create(String user, @Nullable String password) {
        boolean permitted = yes("select rolcreaterole or rolsuper from pg_roles where rolname = current_user");
        if (!permitted || password == null || password.isEmpty()) {
            log.warn("The login {} is missing and cannot be created here: analysts cannot read", user);
            return false;
        }
        run("create role " + user + " login nosuperuser nocreatedb nocreaterole password '"
                + password.replace("'", "''") + "'");
        run("alter role " + user + " set default_transaction_read_only = on");
        return true;
    }

    private void grant(String user) {
        String database = jdbc.sql("select quote_ident(current_database())")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single();
        run("grant connect on database " + database + " to " + user);
        run("grant usage on schema analytics to " + user);
        run("grant select on all tables in schema analytics to " + user);
        run("alter default privileges in schema analytics grant select on tables to " + user);
    }

    private boolean yes(String question) {
        return jdbc.sql(question).query((row, number) -> row.getBoolean(1)).single();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
